using Sensei.Weaving;

namespace Sensei.Live;

/// <summary>
/// Where a thread of a live run stands, as far as it has told: the line it was last seen at, and whether it is still in
/// a call that may take long. Only the thread itself writes it; the watchdog reads it when the run does not end.
/// </summary>
internal sealed class Standing(LiveRun run, int id, Thread thread)
{
    private volatile int _site = -1;
    private volatile bool _isInCall;

    internal LiveRun Run => run;

    /// <summary>Its number in the record; 0 is the koan itself.</summary>
    internal int Id => id;

    internal Thread Thread => thread;

    /// <summary>It is one of the pool's, and has nothing to do with the run while it is in no call.</summary>
    internal bool IsOfPool { get; } = thread.IsThreadPoolThread;

    /// <summary>The place it was last seen at; -1 where it has not been seen.</summary>
    internal int Site => _site;

    /// <summary>It went into a call there and has not come back.</summary>
    internal bool IsInCall => _isInCall;

    /// <summary>What it is told by: the name its author gave it. One of .NET's own says nothing to a learner.</summary>
    internal string Name =>
        id == 0 ? "the koan" : thread.Name is { Length: > 0 } name && !IsOfPool && !name.StartsWith(".NET ", StringComparison.Ordinal) ? name : "";

    /// <summary>Bytes it had allocated when the memory was last looked at.</summary>
    internal long Allocated { get; set; } = GC.GetAllocatedBytesForCurrentThread();

    internal void Passes(int site) => _site = site;

    internal void Calls(int site)
    {
        _site = site;
        _isInCall = true;
    }

    internal void Returned() => _isInCall = false;

    /// <summary>The name of the member it is in; null when it is in none.</summary>
    internal string? Call => _isInCall && _site >= 0 ? SiteTable.Shared[_site].Call : null;
}
