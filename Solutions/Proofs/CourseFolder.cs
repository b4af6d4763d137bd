using System.Diagnostics;

namespace Proofs;

/// <summary>
/// A course as a learner would have it: on disk, compiled, with all that a test run needs beside it. It is run by dotnet
/// test, in processes of its own.
/// </summary>
internal sealed class CourseFolder : IDisposable
{
    private readonly string _assembly;

    /// <param name="files">The sources; each lies in the folder of its lesson.</param>
    internal CourseFolder(IEnumerable<string> files)
    {
        Bin = Path.Combine(Root, "bin");
        _assembly = Path.Combine(Bin, "Koans.dll");
        Directory.CreateDirectory(Bin);
        var sources = files.Select(Copy).ToList();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(IsNeeded))
        {
            File.Copy(file, Path.Combine(Bin, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "Solutions.runtimeconfig.json"), Path.Combine(Bin, "Koans.runtimeconfig.json"));
        var koans = CourseCompiler.TestAssembly("Koans", Root, sources);
        File.WriteAllBytes(Path.Combine(Bin, "Koans.pdb"), koans.Symbols);
        File.WriteAllBytes(_assembly, koans.Image);
        File.WriteAllBytes(Path.Combine(Bin, "Koans.TestLogger.dll"), CourseCompiler.StoryLogger().Image);
    }

    /// <summary>The course's root.</summary>
    internal string Root { get; } = Path.Combine(Path.GetTempPath(), $"koans-{Guid.NewGuid():N}");

    /// <summary>Where the assemblies are.</summary>
    internal string Bin { get; }

    /// <summary>A file of a lesson.</summary>
    internal string Source(string lesson, string name) => Path.Combine(Root, "Koans", lesson, name);

    /// <summary>How the koans that a filter selects are run.</summary>
    internal ProcessStartInfo Test(string filter)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            ["test", _assembly, "--logger", "ConsoleStory", "--settings", Course.InKoans("Sensei", "Terminal", "Koans.runsettings"), "--filter", filter])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // what this test run was told is not for the one inside it
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // these processes are soon gone: what they compile anew, faster, they would hardly use
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "4E20";
        return start;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string Copy(string file)
    {
        var copy = Source(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileName(file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
        return copy;
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("KOANS", StringComparison.Ordinal) || name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CORECLR", StringComparison.OrdinalIgnoreCase);

    private static bool IsNeeded(string file) =>
        Path.GetFileName(file) is var name && name != "Solutions.dll"
        && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.StartsWith("coverlet", StringComparison.Ordinal);
}
