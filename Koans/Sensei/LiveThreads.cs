using Sensei.Live;

namespace Sensei;

/// <summary>What a live koan can see of threads that run the learner's code, for a rendezvous that no clock decides.</summary>
public static class LiveThreads
{
    /// <summary>
    /// Whether a thread cannot go on before others do something: it waits for a lock, a signal or another thread, or it
    /// looks again and again. One that merely sleeps comes by itself.
    /// </summary>
    /// <param name="thread">A thread of the koan.</param>
    public static bool WaitsForOthers(this Thread thread) => LiveRun.WaitsForOthers(thread);
}
