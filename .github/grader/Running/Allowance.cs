namespace Grader.Running;

/// <summary>
/// The time that a process may take, and what it has taken of it: what it computed and what it waited, but not what it was
/// kept from a core, so that no verdict depends on how busy the machine is.
/// </summary>
/// <param name="most">The most it may take.</param>
internal sealed class Allowance(TimeSpan most) : IDisposable
{
    /// <summary>Where a process cannot be looked at, and for whatever else may go wrong, so many times as much by the clock.</summary>
    private const int ByTheClock = 5;

    private readonly CancellationTokenSource _end = new();
    private long _used;

    /// <summary>What it has taken.</summary>
    public TimeSpan Used => _end.IsCancellationRequested ? most : TimeSpan.FromTicks(Interlocked.Read(ref _used));

    /// <summary>Tells when nothing is left.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>The process begins.</summary>
    public void Begin() => _end.CancelAfter(most * ByTheClock);

    /// <summary>Takes some of it.</summary>
    public void Take(TimeSpan time)
    {
        if (Interlocked.Add(ref _used, time.Ticks) >= most.Ticks)
        {
            _end.Cancel();
        }
    }

    public void Dispose() => _end.Dispose();
}
