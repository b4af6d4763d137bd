using System.Diagnostics;

namespace Grader.Running;

/// <summary>
/// Looks at a process again and again, to see what it takes, and whether it waits: no thread of it runs or would run if
/// there were a core, and it has used next to no time since. So one that is merely kept from running does not count as waiting.
/// </summary>
internal static class Watch
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);

    /// <summary>So many looks in a row without work, and a process waits.</summary>
    private const int Looks = 4;

    /// <summary>One that has taken so long makes way for others, and goes on beside them.</summary>
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    /// <summary>Watches until it is told to stop.</summary>
    /// <param name="process">The process.</param>
    /// <param name="allowance">What it may take, of which is taken what it does take.</param>
    /// <param name="tell">Is told whether it makes way for others, for it waits or has taken long: each time that it changes.</param>
    /// <param name="stop">Ends the watch.</param>
    public static async Task Over(Process process, Allowance allowance, Action<bool> tell, CancellationToken stop)
    {
        try
        {
            var (idle, makesWay) = (0, false);
            var (before, last) = (TimeSpan.Zero, Stopwatch.GetTimestamp());
            for (; ; await Task.Delay(s_between, stop))
            {
                process.Refresh();
                var (computed, passed) = (process.TotalProcessorTime - before, Stopwatch.GetElapsedTime(last));
                (before, last) = (before + computed, Stopwatch.GetTimestamp());
                var isIdle = computed < s_between / 10 && process.Threads.Cast<ProcessThread>().All(IsAtRest);
                allowance.Take(isIdle || computed > passed ? passed : computed);
                idle = isIdle ? idle + 1 : 0;
                if (makesWay != (idle >= Looks || allowance.Used >= s_long))
                {
                    tell(makesWay = !makesWay);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or InvalidOperationException or System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            // told to stop, or the process has ended, or it may not be looked at: then it keeps what it has
        }
    }

    private static bool IsAtRest(ProcessThread thread)
    {
        try
        {
            return thread.ThreadState is System.Diagnostics.ThreadState.Wait or System.Diagnostics.ThreadState.Standby or System.Diagnostics.ThreadState.Terminated;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
