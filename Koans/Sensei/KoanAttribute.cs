using System.Runtime.CompilerServices;

namespace Sensei;

/// <summary>
/// Marks a test that is judged under every distinguishable order of the threads it starts.
/// A pass is a proof; a failure is told as the story of one real run.
/// </summary>
public sealed class KoanAttribute : StationAttribute
{
    /// <summary>Marks a koan; the compiler fills in both arguments.</summary>
    /// <param name="file">The source file that holds the koan.</param>
    /// <param name="line">The line of the attribute in that file.</param>
    public KoanAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>
    /// Also fails, whatever the result, when two threads use one place in memory, one of them writes, and nothing
    /// orders the two: no lock, no join, nothing volatile.
    /// </summary>
    public bool ForbidDataRaces { get; set; }

    /// <summary>
    /// Also fails when the koan is over and a background thread is left that goes round a loop, looking again and
    /// again at what nobody will change. One that is left asleep is fine, with or without this.
    /// </summary>
    public bool ForbidBusyWaiting { get; set; }

    /// <summary>
    /// Any one thread may stop for ever, at any of its steps, and all others must come to their end all the same: what
    /// lock-freedom promises and a lock cannot. The koan's own thread never stops, and may wait for the end of one that
    /// has: there the run is over, so that the checks behind a Join are for the orders in which nobody stops.
    /// </summary>
    public bool AnyThreadMayStop { get; set; }

    /// <summary>
    /// How many threads the pool has, as if <see cref="ThreadPool.SetMaxThreads"/> had said so: work that finds none free
    /// has to wait, timers and what follows an await included. 0, when it is not said: as many as it needs.
    /// </summary>
    public int PoolThreads { get; set; }

    /// <summary>
    /// A class with a static <c>Order</c>, some strings that say who moves when. The koan is then run in that one order,
    /// and met or not by what comes of it. README.md of Sensei says how an order is written.
    /// </summary>
    public Type? Order { get; set; }

    /// <inheritdoc/>
    internal override KoanOptions Options => new()
    {
        ForbidDataRaces = ForbidDataRaces,
        ForbidBusyWaiting = ForbidBusyWaiting,
        AnyThreadMayStop = AnyThreadMayStop,
        PoolThreads = PoolThreads,
        Order = Order,
        File = File,
    };
}
