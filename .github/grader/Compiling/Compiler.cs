using System.Text;
using System.Text.Json;
using Grader.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Grader.Compiling;

/// <summary>
/// Compiles, in a process of its own: source that nobody vouches for may keep a compiler busy for ever, or end it.
/// Orders come by standard input, one in a line, and outcomes go to standard output.
/// </summary>
internal static class Compiler
{
    /// <summary>The names of the three assemblies of a lesson.</summary>
    public const string Koans = "Koans", Stubs = "Koans.Stubs", Given = "Koans.Given";

    /// <summary>How the names of the assemblies begin that every source may refer to, and of those that only koans may.</summary>
    private static readonly string[] s_shared = ["System.", "netstandard.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Microsoft.Win32.Primitives.", "AngleSharp."];
    private static readonly string[] s_forKoans = ["Sensei.", "xunit.", "FluentAssertions."];

    private static readonly CSharpParseOptions s_language = new(LanguageVersion.Default, DocumentationMode.None, preprocessorSymbols:
        ["DEBUG", "TRACE", "NET", "NETCOREAPP", .. Enumerable.Range(5, 6).SelectMany(version => new[] { $"NET{version}_0", $"NET{version}_0_OR_GREATER" })]);

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        deterministic: true);

    private static readonly Lazy<MetadataReference[]> s_ofStubs = new(() => References(s_shared));
    private static readonly Lazy<MetadataReference[]> s_ofKoans = new(() => [.. s_ofStubs.Value, .. References(s_forKoans)]);

    /// <summary>Serves order after order.</summary>
    public static void Serve()
    {
        // deep recursion is guarded against by the compiler itself, given a stack to measure
        var thread = new Thread(
            () =>
            {
                while (Console.In.ReadLine() is { } line)
                {
                    Console.Out.WriteLine(JsonSerializer.Serialize(Compile(JsonSerializer.Deserialize<Order>(line)!)));
                }
            },
            maxStackSize: 64 << 20);
        thread.Start();
        thread.Join();
    }

    private static Outcome Compile(Order order)
    {
        var images = new byte[order.Units.Count][];
        var errors = new List<IReadOnlyList<Mistake>>();
        for (var i = 0; i < order.Units.Count; i++)
        {
            var unit = order.Units[i];
            var trees = unit.Sources.Select(source => Parse(source, unit.Kind, order.Root)).Append(Common(unit.Kind, order.Root)).ToList();
            MetadataReference[] references =
            [
                .. unit.Kind != UnitKind.Stubs ? s_ofKoans.Value : s_ofStubs.Value,
                .. unit.Beside.Select(other => images[other]).Concat(unit.Images).OfType<byte[]>().Select(image => MetadataReference.CreateFromImage(image)),
            ];
            var directives = trees.SelectMany(tree => Directives(tree, order.Root)).ToList();
            using var image = new MemoryStream();
            using var symbols = new MemoryStream();
            var result = CSharpCompilation.Create(unit.Name, trees, references, s_options)
                .Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
            errors.Add([.. directives, .. result.Success ? [] : result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => Told(found, order.Root))]);
            if (errors[i].Count == 0)
            {
                images[i] = image.ToArray();
                Directory.CreateDirectory(Path.GetDirectoryName(unit.Output)!);
                File.WriteAllBytes(unit.Output + ".dll", images[i]);
                File.WriteAllBytes(unit.Output + ".pdb", symbols.ToArray());
            }
        }

        return new Outcome(errors);
    }

    private static SyntaxTree Parse(Source source, UnitKind kind, string root)
    {
        var text = SourceText.From(source.Content, source.Content.Length);
        if (kind != UnitKind.Stubs)
        {
            text = SourceText.From(Compiling.Given.Of(text.ToString(), s_language, given: kind == UnitKind.Given), Encoding.UTF8);
        }

        return CSharpSyntaxTree.ParseText(text, s_language, root + source.Path);
    }

    /// <summary>The lines that every file of a project has, as Directory.Build.targets gives them.</summary>
    private static SyntaxTree Common(UnitKind kind, string root)
    {
        string[] spaces = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        var lines = spaces.Concat(kind != UnitKind.Stubs ? ["FluentAssertions", "Sensei", "Xunit"] : []).Select(space => $"global using {space};");
        string[] about = kind == UnitKind.Koans
            ? [$"[assembly: System.Reflection.AssemblyMetadata(\"KoansStubs\", \"{Stubs}\")]", $"[assembly: System.Reflection.AssemblyMetadata(\"CourseRoot\", {SymbolDisplay.FormatLiteral(root, quote: true)})]"]
            : [$"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{Koans}\")]"];
        return CSharpSyntaxTree.ParseText(SourceText.From(string.Join('\n', [.. lines, .. about]), Encoding.UTF8), s_language, root + "Common.g.cs");
    }

    /// <summary>Stories name the lines that there are; a source that gives them other names is not compiled.</summary>
    private static IEnumerable<Mistake> Directives(SyntaxTree tree, string root) =>
        from directive in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>()
        where directive is LineDirectiveTriviaSyntax or LineSpanDirectiveTriviaSyntax or PragmaChecksumDirectiveTriviaSyntax
        select new Mistake(tree.FilePath[root.Length..], directive.GetLocation().GetLineSpan().StartLinePosition.Line + 1, "lines keep the numbers they have: take the directive out");

    private static Mistake Told(Diagnostic found, string root)
    {
        var at = found.Location.GetLineSpan();
        var path = at.Path.StartsWith(root, StringComparison.Ordinal) ? at.Path[root.Length..] : "";
        return new Mistake(path, at.StartLinePosition.Line + 1, $"{found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private static MetadataReference[] References(string[] beginnings) =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).AsEnumerable()
                .Where(file => beginnings.Any(beginning => Path.GetFileName(file).StartsWith(beginning, StringComparison.OrdinalIgnoreCase)))
                .Select(file => MetadataReference.CreateFromFile(file)),
        ];
}
