using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Sensei.Live;
using Sensei.Weaving;

namespace Sensei.Children;

/// <summary>The outside of a child process: starts it, listens to it, and lets none survive.</summary>
internal static class ChildProcess
{
    /// <summary>How long a child may take where no koan says how long it may.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    /// <summary>What the end of a process leaves in its pipes is there at once; unless others have inherited them.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(2);

    /// <summary>Settings that are for this process and not for its children: of the course, of test runs, of profilers.</summary>
    private static readonly string[] s_ours = ["KOANS", "VSTEST", "MSBUILD", "CORECLR_", "DOTNET_STARTUP_HOOKS", "DOTNET_WATCH", "DOTNET_HOTRELOAD"];

    private static readonly string s_sensei = typeof(ChildProcess).Assembly.Location;

    /// <summary>The program that runs this process, whatever it was started by.</summary>
    private static readonly string s_dotnet = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    internal static ChildExit Run(Delegate main, string[] arguments, LiveRun? run)
    {
        var method = main.Method;
        var origin = Origins.Of(method.Module.Assembly);
        var mark = Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo(s_dotnet)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] words =
        [
            "exec", "--runtimeconfig", Configuration(), s_sensei,
            mark, origin.File, string.Join(System.IO.Path.PathSeparator, origin.Folders), method.DeclaringType!.FullName!, method.Name, .. arguments,
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        // a crash is a verdict here, and nothing that anybody wants to look into
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        using var leaving = run?.WhenOver(() => Kill(process));
        return Watch(process, mark, run is null ? s_patience : run.Patience * 0.75);
    }

    private static ChildExit Watch(Process process, string mark, TimeSpan patience)
    {
        var (returned, stays) = (mark + ChildHost.Returned + mark, mark + ChildHost.Stays + mark);
        var output = new Listener(process.StandardOutput, null, () => { });
        var errors = new Listener(process.StandardError, stays, () => Kill(process));
        var ended = process.WaitForExit(patience);
        if (!ended)
        {
            Kill(process);
            process.WaitForExit(Timeout.Infinite);
        }

        errors.Join(s_rest);
        output.Join(s_rest);
        var told = errors.Text;
        return new ChildExit(
            ended && !told.Contains(stays, StringComparison.Ordinal),
            told.Contains(returned, StringComparison.Ordinal),
            process.ExitCode,
            output.Text,
            told.Replace(returned, "").Replace(stays, ""));
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // it has ended in between
        }
    }

    private static bool IsOurs(string name) => s_ours.Any(ours => name.StartsWith(ours, StringComparison.OrdinalIgnoreCase));

    /// <summary>The settings of the test assembly, which lie beside Sensei: a child has the same runtime and the same frameworks.</summary>
    private static string Configuration() =>
        Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(s_sensei)!, "*.runtimeconfig.json")
            .OrderBy(file => System.IO.Path.GetFileName(file).StartsWith("testhost", StringComparison.OrdinalIgnoreCase))
            .ThenBy(file => file, StringComparer.Ordinal)
            .First();
}
