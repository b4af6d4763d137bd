using System.Diagnostics;

namespace Grader.Running;

/// <summary>
/// Looks at a process again and again, to see whether it waits: no thread of it runs or would run if there were a core,
/// and it has used next to no time since. So one that is merely kept from running does not count as waiting.
/// </summary>
internal static class Watch
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);

    /// <summary>So many looks in a row without work, and a process waits.</summary>
    private const int Looks = 4;

    /// <summary>Watches until it is told to stop.</summary>
    /// <param name="process">The process.</param>
    /// <param name="tell">Is told whether it waits, each time that it changes.</param>
    /// <param name="stop">Ends the watch.</param>
    public static async Task Over(Process process, Action<bool> tell, CancellationToken stop)
    {
        try
        {
            var idle = 0;
            for (var before = TimeSpan.Zero; ; await Task.Delay(s_between, stop))
            {
                process.Refresh();
                var spent = process.TotalProcessorTime;
                var isIdle = spent - before < s_between / 10 && process.Threads.Cast<ProcessThread>().All(IsAtRest);
                before = spent;
                var waited = idle >= Looks;
                idle = isIdle ? idle + 1 : 0;
                if (waited != idle >= Looks)
                {
                    tell(!waited);
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
