namespace Figures;

/// <summary>Threads that each do the same a number of times. This namespace is woven, as a learner's code is.</summary>
public static class Growth
{
    private const string ThreadsKey = "figures: threads";
    private const string OperationsKey = "figures: operations";

    private static int Operations => (int)AppDomain.CurrentDomain.GetData(OperationsKey)!;

    /// <summary>Each counts for itself.</summary>
    public static string Independent() => Run(() => new Counter().Count);

    /// <summary>All count together, under one lock.</summary>
    public static string OnOneLock()
    {
        var counter = new Counter();
        return Run(() => counter.CountUnderLock);
    }

    /// <summary>All count together, with nothing to order them.</summary>
    public static string Racing()
    {
        var counter = new Counter();
        return Run(() => counter.Count);
    }

    /// <summary>
    /// Sets how many threads there are and how often each does it. Kept in the process, since the woven copy of this
    /// class has statics of its own.
    /// </summary>
    public static void Set(int threads, int operations)
    {
        AppDomain.CurrentDomain.SetData(ThreadsKey, threads);
        AppDomain.CurrentDomain.SetData(OperationsKey, operations);
    }

    private static string Run(Func<ThreadStart> work)
    {
        Start((int)AppDomain.CurrentDomain.GetData(ThreadsKey)!, work);
        return "done";
    }

    // Not by way of an array: reading it would be steps, and the table is about those of the threads.
    private static void Start(int threads, Func<ThreadStart> work)
    {
        if (threads > 0)
        {
            var thread = new Thread(work());
            thread.Start();
            Start(threads - 1, work);
            thread.Join();
        }
    }

    private sealed class Counter
    {
        private readonly object _gate = new();
        private int _n;

        public void Count()
        {
            for (var left = Operations; left > 0; left--)
            {
                _n++;
            }
        }

        public void CountUnderLock()
        {
            for (var left = Operations; left > 0; left--)
            {
                lock (_gate)
                {
                    _n++;
                }
            }
        }
    }
}
