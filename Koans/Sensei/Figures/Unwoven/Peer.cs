using System.Globalization;
using System.Xml.Linq;
using Sensei;

namespace Figures.Unwoven;

/// <summary>
/// The same programs under the only other judge of this kind on .NET, Microsoft.Coyote: how many schedules a second either
/// runs, and what the other says of code that is correct. It is restored and built in a temporary folder.
/// </summary>
internal static class Peer
{
    private const string Version = "1.7.11";
    private const string Seconds = "5";

    private static readonly (string Name, string Expected, Func<string> Program)[] s_programs =
    [
        ("two threads, _n++", "2", Scenarios.Increment),
        ("two threads, two _n++ each", "4", Scenarios.IncrementTwice),
        ("two threads, lock and _n++", "2", Scenarios.Locked),
        ("two threads, two lock and _n++ each", "4", Scenarios.LockedTwice),
        ("two threads, System.Threading.Lock and _n++", "2", Scenarios.LockType),
        ("two threads, ReaderWriterLockSlim and _n++", "2", Scenarios.ReaderWriterLock),
    ];

    internal static void Report()
    {
        Print.Heading($"Schedules per second, here and with Microsoft.Coyote {Version} (random search, with its steps at memory accesses)");
        var folder = Directory.CreateTempSubdirectory("coyote-").FullName;
        try
        {
            var (tool, subject) = Build(folder);
            Print.Row("", "here", "Coyote", "ratio", "verdict");
            foreach (var (name, expected, program) in s_programs)
            {
                var rate = Schedules.Measure(program, SearchMode.Dpor).Rate;
                var search = Explore.Outcomes(program);
                var said = Run(folder, tool, "try", subject, program.Method.Name, expected, Seconds)
                    .Single(line => line.StartsWith("result\t", StringComparison.Ordinal)).Split('\t');
                var schedules = long.Parse(said[1], CultureInfo.InvariantCulture);
                var peer = schedules / TimeSpan.FromTicks(long.Parse(said[2], CultureInfo.InvariantCulture)).TotalSeconds;
                Print.Row(name, Print.Number(rate), Print.Number(peer), $"{rate / peer:F0}");
                Print.Line($"    here:   {Verdict(search, expected)}");
                Print.Line($"    Coyote: {Verdict(said[3], schedules, said.Length > 4 ? said[4] : "")}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Verdict(Exploration search, string expected) =>
        (search.Outcomes.SetEquals([expected]) ? "correct" : $"ends with {string.Join(" or ", search.Outcomes)}")
        + $", {(search.Exhausted ? "proved" : "not proved")} in {Print.Number(search.Orders)} orders";

    private static string Verdict(string wrong, long schedules, string said) => wrong == "0"
        ? $"nothing wrong in {Print.Number(schedules)} schedules"
        : $"wrong in {wrong} of {Print.Number(schedules)}: {(said.Length <= 70 ? said : said[..said.IndexOf(". ", StringComparison.Ordinal)])}";

    /// <summary>Builds the other judge's program, and the programs that are judged, woven by it.</summary>
    private static (string Tool, string Subject) Build(string folder)
    {
        var figures = Path.Combine(Place.Root, "Koans", "Sensei", "Figures");
        File.Copy(Path.Combine(Place.Root, "global.json"), Path.Combine(folder, "global.json"));
        var tool = Build(Path.Combine(folder, "Tool"), "Exe", Path.Combine(figures, "Peer", "Program.cs"), "Microsoft.Coyote.Test");
        var subject = Build(Path.Combine(folder, "Subject"), "Library", Path.Combine(figures, "Scenarios.cs"), null);
        var woven = Path.Combine(folder, "woven");
        Run(folder, tool, "weave", subject, woven);
        return (tool, Path.Combine(woven, "Subject.dll"));
    }

    private static string Build(string folder, string type, string source, string? package)
    {
        Directory.CreateDirectory(folder);
        File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));
        var name = Path.GetFileName(folder);
        var references = package is null
            ? null
            : new XElement("ItemGroup", new XElement("PackageReference", new XAttribute("Include", package), new XAttribute("Version", Version)));
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", "net10.0"),
                new XElement("OutputType", type),
                new XElement("ImplicitUsings", "enable"),
                new XElement("Nullable", "enable"),
                new XElement("NuGetAudit", "false"),
                // some of its old dependencies are not to be had in just that version
                new XElement("NoWarn", "NU1603")),
            references!).Save(Path.Combine(folder, name + ".csproj"));
        Run(folder, "build", "--output", Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", name + ".dll");
    }

    private static string[] Run(string folder, params string[] arguments) =>
        Child.Run(folder, arguments) is { Exit: 0 } run ? run.Lines : throw new InvalidOperationException(
            $"dotnet {string.Join(' ', arguments)} did not work:\n{string.Join('\n', Child.Run(folder, arguments).Lines)}");
}
