namespace Figures;

/// <summary>What schedules are counted on. This namespace is woven, as a learner's code is.</summary>
public static class Scenarios
{
    /// <summary>Two threads, each one unsynchronised <c>_n++</c>.</summary>
    public static string Increment()
    {
        var counter = new Counter();
        InTwoThreads(counter.Increment);
        return counter.Total;
    }

    /// <summary>Two threads, each two unsynchronised <c>_n++</c>.</summary>
    public static string IncrementTwice()
    {
        var counter = new Counter();
        InTwoThreads(() =>
        {
            counter.Increment();
            counter.Increment();
        });
        return counter.Total;
    }

    /// <summary>Two threads, each one <c>_n++</c> under a lock.</summary>
    public static string Locked()
    {
        var counter = new Counter();
        InTwoThreads(counter.LockedIncrement);
        return counter.Total;
    }

    /// <summary>Two threads, each two <c>_n++</c>, every one under a lock.</summary>
    public static string LockedTwice()
    {
        var counter = new Counter();
        InTwoThreads(() =>
        {
            counter.LockedIncrement();
            counter.LockedIncrement();
        });
        return counter.Total;
    }

    /// <summary>The same with the lock that .NET 9 brought.</summary>
    public static string LockType()
    {
        var gate = new Lock();
        var n = 0;
        InTwoThreads(() =>
        {
            lock (gate)
            {
                n++;
            }
        });
        return n.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The same with the writing side of a reader-writer lock.</summary>
    public static string ReaderWriterLock()
    {
        var gate = new ReaderWriterLockSlim();
        var n = 0;
        InTwoThreads(() =>
        {
            gate.EnterWriteLock();
            n++;
            gate.ExitWriteLock();
        });
        return n.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void InTwoThreads(ThreadStart work)
    {
        var alice = new Thread(work);
        var bob = new Thread(work);
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    private sealed class Counter
    {
        private readonly object _gate = new();
        private int _n;

        public string Total => _n.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public void Increment() => _n++;

        public void LockedIncrement()
        {
            lock (_gate)
            {
                _n++;
            }
        }
    }
}
