using System.Diagnostics;

namespace Grader.Running;

/// <summary>
/// Processes that the grader starts, which are this program once more, each for one thing. They get nothing of our
/// environment but what a process needs to run: above all not the files by which a workflow's runner is spoken to.
/// </summary>
internal static class Child
{
    private static readonly string[] s_needed = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "DOTNET_ROOT", "SystemRoot", "USERPROFILE", "LOCALAPPDATA", "APPDATA"];

    /// <summary>Starts a process for one purpose as soon as there is a core for it.</summary>
    /// <param name="purpose">Which: the first argument.</param>
    /// <param name="folder">The folder it starts in.</param>
    /// <param name="rank">Who comes first when there are more of them than cores: smaller ones.</param>
    /// <param name="allowance">What it may take; <paramref name="use"/> has to end when nothing is left of it.</param>
    /// <param name="use">What to do with it. When that has ended, so has the process.</param>
    /// <param name="makesWay">Is called when it waits, or has taken long.</param>
    public static async Task Run(string purpose, string folder, long rank, Allowance allowance, Func<Process, Task> use, Action makesWay)
    {
        using var place = await Cores.Enter(rank);
        using var process = Start(purpose, folder);
        allowance.Begin();
        using var ended = new CancellationTokenSource();
        var watch = Watch.Over(process, allowance, Tell, ended.Token);
        try
        {
            await use(process);
        }
        finally
        {
            End(process);
            await ended.CancelAsync();
            await watch;
        }

        void Tell(bool doesSo)
        {
            place.MakesWay = doesSo;
            if (doesSo)
            {
                makesWay();
            }
        }
    }

    /// <summary>Starts a process.</summary>
    /// <param name="purpose">What for: the first argument.</param>
    /// <param name="folder">The folder it starts in.</param>
    public static Process Start(string purpose, string folder) =>
        Interrupt.Start(Described(purpose, folder));

    private static ProcessStartInfo Described(string purpose, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, System.Reflection.Assembly.GetEntryAssembly()!.GetName().Name + ".dll"), purpose])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.FileName = host;
        }

        foreach (var name in start.Environment.Keys.Except(s_needed, StringComparer.OrdinalIgnoreCase).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        // They are over before code that is compiled anew, faster, has paid for it; and what may be written and run need not be mapped twice.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "4E20"; // 20,000 calls, in hexadecimal digits
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "60000000"; // 1.5 GB, in hexadecimal digits
        start.Environment["KOANS_PATIENCE"] = "10";
        return start;
    }

    /// <summary>Ends a process, and what it has started.</summary>
    public static void End(Process process)
    {
        Kill(process);
        Interrupt.Ended(process);
    }

    /// <summary>Ends a process, and what it has started; it stays on the list of those there are.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended already
        }

        process.WaitForExit(5_000);
    }

    /// <summary>Reads what a process writes to its end, and throws away what is more than anybody would read.</summary>
    public static async Task<string> Drain(TextReader reader, int keep = 4_000)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
        {
            kept.Append(buffer, 0, Math.Min(count, keep - kept.Length));
        }

        return kept.ToString();
    }
}
