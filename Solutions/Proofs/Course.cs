using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proofs;

/// <summary>The course as it lies on disk: its lessons, their koans and stubs, and the variants of the stubs.</summary>
internal static class Course
{
    /// <summary>The root folder of the course, as the build recorded it.</summary>
    public static string Root { get; } = Path.GetFullPath(
        typeof(Course).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "CourseRoot").Value!);

    /// <summary>The folders of the lessons, in the order of the path.</summary>
    public static IReadOnlyList<string> Lessons { get; } =
        [.. Directory.EnumerateDirectories(InKoans(), "??-*").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>
    /// How long a live koan may take that is known to be wrong, and so may hang. What comes of this being too short on a
    /// busy machine is the verdict it gets anyway.
    /// </summary>
    public static TimeSpan Impatience { get; } = TimeSpan.FromSeconds(1);

    /// <summary>All koans, in the order of the path.</summary>
    public static IReadOnlyList<CourseKoan> Koans { get; } = [.. Lessons.SelectMany(KoansOf)];

    /// <summary>All variants of stubs.</summary>
    public static IReadOnlyList<Variant> Variants { get; } = [.. Lessons.SelectMany(VariantsOf)];

    /// <summary>A path below the folder with the stubs.</summary>
    public static string InKoans(params string[] parts) => Path.Combine([Root, "Koans", .. parts]);

    /// <summary>A path below the folder with the solutions.</summary>
    public static string InSolutions(params string[] parts) => Path.Combine([Root, "Solutions", .. parts]);

    /// <summary>The names of a lesson's stubs, without folder and extension.</summary>
    public static IReadOnlyList<string> StubsOf(string lesson) =>
        [.. Files(InKoans(lesson)).Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => !name.StartsWith("About", StringComparison.Ordinal))];

    /// <summary>
    /// The stubs of other lessons that a lesson's koans use, by the namespaces these name. They are the solved ones: a
    /// lesson is judged by itself.
    /// </summary>
    public static IReadOnlyList<string> BorrowedBy(string lesson) =>
        [
            .. from file in KoanFilesOf(lesson)
               from line in CourseCompiler.Parse(file).GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>()
               from other in Lessons
               where line.Name?.ToString() == $"Koans.{other[3..]}"
               from stub in StubsOf(other)
               select InSolutions(other, stub + ".cs"),
        ];

    /// <summary>The files with a lesson's koans.</summary>
    public static IReadOnlyList<string> KoanFilesOf(string lesson) =>
        [.. Files(InKoans(lesson)).Where(file => Path.GetFileName(file).StartsWith("About", StringComparison.Ordinal))];

    /// <summary>
    /// The files of a lesson that help its koans and hold none themselves, as far as some code leads to them: by the types
    /// and extensions that it names, and by those that these name.
    /// </summary>
    public static IReadOnlyList<string> HelpersNamedBy(string lesson, IEnumerable<SyntaxTree> code)
    {
        var others = KoanFilesOf(lesson).Where(file => !KoanMethods(CourseCompiler.Parse(file)).Any()).ToList();
        List<string> named = [];
        for (var left = code.ToList(); left.Count > 0;)
        {
            var names = left.SelectMany(tree => Names(tree.GetRoot())).ToHashSet();
            var next = others.Where(file => Declared(CourseCompiler.Parse(file)).Any(names.Contains)).ToList();
            others.RemoveAll(next.Contains);
            named.AddRange(next);
            left = next.ConvertAll(CourseCompiler.Parse);
        }

        return named;
    }

    /// <summary>The koans of a lesson that use a stub.</summary>
    public static IReadOnlyList<CourseKoan> KoansWith(string lesson, string stub) =>
        [.. Koans.Where(koan => koan.Lesson == lesson && koan.Stubs.Contains(stub))];

    /// <summary>The methods of a file that are koans.</summary>
    public static IEnumerable<MethodDeclarationSyntax> KoanMethods(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsKoan);

    private static IEnumerable<CourseKoan> KoansOf(string lesson)
    {
        HashSet<string> stubs = [.. StubsOf(lesson)];
        foreach (var tree in KoanFilesOf(lesson).Select(CourseCompiler.Parse))
        {
            foreach (var method in KoanMethods(tree))
            {
                var type = (TypeDeclarationSyntax)method.Parent!;
                var space = type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()!.Name;
                var used = Names(method).Where(stubs.Contains).Distinct();
                yield return new CourseKoan(lesson, $"{space}.{type.Identifier.Text}", method.Identifier.Text, WithThoseTheyUse(lesson, used), IsLive(method));
            }
        }
    }

    private static List<string> WithThoseTheyUse(string lesson, IEnumerable<string> used)
    {
        var stubs = StubsOf(lesson);
        List<string> all = [.. used];
        for (var n = 0; n < all.Count; n++)
        {
            var named = Names(CourseCompiler.Parse(InKoans(lesson, all[n] + ".cs")).GetRoot());
            all.AddRange(named.Where(stubs.Contains).Distinct().Except(all).ToList());
        }

        return all;
    }

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text);

    private static IEnumerable<string> Declared(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Select(member => member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: [{ Text: "this" }, ..] }, ..] } extension => extension.Identifier.Text,
            _ => "",
        });

    private static bool IsKoan(MethodDeclarationSyntax method) =>
        Attributes(method).Any(name => name is "Koan" or "LiveKoan");

    private static bool IsLive(MethodDeclarationSyntax method) => Attributes(method).Contains("LiveKoan");

    private static IEnumerable<string> Attributes(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString());

    private static IEnumerable<Variant> VariantsOf(string lesson) =>
        from stub in StubsOf(lesson)
        from side in new[] { "wrong", "right" }
        let folder = InSolutions("Proofs", "Variants", lesson, stub, side)
        where Directory.Exists(folder)
        from file in Files(folder)
        select Variant.Read(lesson, stub, side, file);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal);
}

/// <summary>A koan, and the stubs it uses.</summary>
/// <param name="Lesson">The folder of its lesson.</param>
/// <param name="Type">The full name of its class.</param>
/// <param name="Method">Its name.</param>
/// <param name="Stubs">The stubs it names, and then those that these name.</param>
/// <param name="IsLive">Whether it runs once, on real threads, and is not explored.</param>
internal sealed record CourseKoan(string Lesson, string Type, string Method, IReadOnlyList<string> Stubs, bool IsLive)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Lesson} {Method}";
}
