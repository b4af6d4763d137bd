using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Sensei.Records;

namespace Proofs;

/// <summary>
/// Compiles lessons from source, in memory: the koans with the learner's untouched stubs, with the solutions, or with
/// one stub in a variant. So no proof needs a build of another project, and none can look at an old one.
/// </summary>
internal static class CourseCompiler
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FluentAssertions;
        global using Sensei;
        global using Xunit;
        """;

    /// <summary>How the names of the assemblies begin that a learner's project refers to, beside the course's own.</summary>
    private static readonly string[] Shared = ["System.", "netstandard.", "Microsoft.Win32.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "AngleSharp."];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Debug, nullableContextOptions: NullableContextOptions.Enable, deterministic: true, concurrentBuild: false);

    // What takes time is reading the references and binding to them: all compilations of the course share both.
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Course", [Parse("Usings.g.cs", Usings)], References(), Options));

    private static readonly ConcurrentDictionary<string, SyntaxTree> Trees = new();

    private static readonly ConcurrentDictionary<string, Lazy<CompiledLesson>> Bases = new();

    /// <summary>A lesson with the stubs as a learner finds them.</summary>
    public static CompiledLesson WithStubs(string lesson) =>
        Bases.GetOrAdd("Koans/" + lesson, _ => new(() => Compile(lesson, stub => Course.InKoans(lesson, stub + ".cs")))).Value;

    /// <summary>A lesson with the solutions.</summary>
    public static CompiledLesson WithSolutions(string lesson) =>
        Bases.GetOrAdd("Solutions/" + lesson, _ => new(() => Compile(lesson, stub => Course.InSolutions(lesson, stub + ".cs")))).Value;

    /// <summary>A lesson with the solutions, but for one stub; only the koans that use it, and what those use.</summary>
    public static CompiledLesson With(Variant variant)
    {
        var lesson = variant.Lesson;
        var koans = Course.KoansWith(lesson, variant.Stub);
        var stubs = koans.SelectMany(koan => koan.Stubs).Distinct()
            .Select(stub => stub == variant.Stub ? variant.File : Course.InSolutions(lesson, stub + ".cs"))
            .Concat(Course.BorrowedBy(lesson));
        List<SyntaxTree> code = [.. KoansWith(variant.Stub, koans), .. stubs.Select(Parse)];
        return Emit(Empty.Value.AddSyntaxTrees([.. code, .. Course.HelpersNamedBy(lesson, code).Select(Parse)]));
    }

    // Every variant of a stub is judged by the same koans.
    private static IEnumerable<SyntaxTree> KoansWith(string stub, IReadOnlyList<CourseKoan> koans) =>
        from file in Course.KoanFilesOf(koans[0].Lesson)
        where Course.KoanMethods(Parse(file)).Any(method => koans.Any(koan => koan.Method == method.Identifier.Text))
        select Trees.GetOrAdd($"{stub} in {file}", _ => Only(koans, file));

    /// <summary>Parses a file, once.</summary>
    public static SyntaxTree Parse(string file) => Trees.GetOrAdd(file, path => Parse(path, File.ReadAllText(path)));

    // The encoding is what makes the compiler write the file's name and checksum into the symbols.
    private static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Language, path);

    // The other koans become blanks, so that all lines keep their numbers.
    private static SyntaxTree Only(IReadOnlyList<CourseKoan> koans, string file)
    {
        var tree = Parse(file);
        var text = new StringBuilder(tree.ToString());
        foreach (var other in Course.KoanMethods(tree).Where(method => !koans.Any(koan => koan.Method == method.Identifier.Text)))
        {
            for (var at = other.SpanStart; at < other.Span.End; at++)
            {
                text[at] = text[at] is '\r' or '\n' ? text[at] : ' ';
            }
        }

        return Parse(file, text.ToString());
    }

    private static CompiledLesson Compile(string lesson, Func<string, string> fileOf) =>
        Emit(Empty.Value.AddSyntaxTrees(
            [.. Course.KoanFilesOf(lesson).Concat(Course.StubsOf(lesson).Select(fileOf)).Concat(Course.BorrowedBy(lesson)).Select(Parse)]));

    /// <summary>A whole course, as a test assembly that can be run.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="root">The course's folder.</param>
    /// <param name="files">The sources.</param>
    public static CompiledLesson TestAssembly(string name, string root, IEnumerable<string> files) =>
        Emit(Empty.Value.WithAssemblyName(name).AddSyntaxTrees([.. files.Select(Parse), Parse("Assembly.g.cs", $"""
            [assembly: Xunit.TestFramework("Sensei.Path.PathFramework", "Sensei")]
            [assembly: System.Reflection.AssemblyMetadata("CourseRoot", {SymbolDisplay.FormatLiteral(root, quote: true)})]
            """)]));

    /// <summary>What prints the stories of a run, as the test platform loads it.</summary>
    public static CompiledLesson StoryLogger() =>
        Emit(Empty.Value.WithAssemblyName("Koans.TestLogger").RemoveAllSyntaxTrees()
            .AddReferences(MetadataReference.CreateFromFile(typeof(Microsoft.VisualStudio.TestPlatform.ObjectModel.Client.ITestLogger).Assembly.Location))
            .AddSyntaxTrees(Parse(Course.InKoans("Sensei", "Terminal", "StoryLogger.cs"))));

    private static CompiledLesson Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? new CompiledLesson(image.ToArray(), symbols.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>Every assembly that this process could load, which includes all that a learner's project refers to.</summary>
    private static IEnumerable<MetadataReference> References()
    {
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ours = new[] { typeof(Sensei.KoanAttribute), typeof(Xunit.FactAttribute), typeof(Xunit.Assert), typeof(FluentAssertions.AssertionExtensions) }
            .Select(type => type.Assembly.Location);
        return known.Where(file => Shared.Any(prefix => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal)))
            .Concat(ours)
            .DistinctBy(Path.GetFileName)
            .Select(file => MetadataReference.CreateFromFile(file));
    }
}

/// <summary>A lesson as the compiler made it.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable symbols, which name the lines.</param>
internal sealed record CompiledLesson(byte[] Image, byte[] Symbols)
{
    /// <summary>Has one koan judged.</summary>
    /// <param name="koan">The koan.</param>
    /// <param name="patience">How long a live koan may take; when it is not said, as long as it says itself.</param>
    /// <param name="budget">What an explored one may cost; when it is not said, as much as a learner's.</param>
    public Verdict Judge(CourseKoan koan, TimeSpan? patience = null, Sensei.Budget? budget = null) =>
        Sensei.Judge.TryImage(Image, Symbols, koan.Type, koan.Method, budget, patience);
}
