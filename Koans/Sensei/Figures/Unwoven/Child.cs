using System.Diagnostics;

namespace Figures.Unwoven;

/// <summary>Processes that the measurements start.</summary>
internal static class Child
{
    /// <summary>Runs this program once more, for one measurement; the lines it wrote.</summary>
    internal static string[] Again(params string[] arguments)
    {
        var (lines, exit) = Run(Place.Root, [typeof(Child).Assembly.Location, .. arguments]);
        return exit == 0 ? lines : throw new InvalidOperationException(string.Join('\n', lines));
    }

    /// <summary>Runs dotnet to its end; what it wrote, and its exit code.</summary>
    /// <param name="folder">The folder to start it in; elsewhere than at the root, what it builds stays there.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static (string[] Lines, int Exit) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the command that started us has said to its own build is not for others.
        foreach (var name in start.Environment.Keys.Where(name =>
            name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("KOANS", StringComparison.Ordinal)
            || (folder != Place.Root && name == "ArtifactsPath")).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ((output + errors.Result).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), process.ExitCode);
    }
}
