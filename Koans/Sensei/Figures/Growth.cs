using System.Globalization;

namespace Figures;

/// <summary>Threads that each do the same a number of times. This namespace is woven, as a learner's code is.</summary>
public static class Growth
{
    private const string ThreadsKey = "figures: threads";
    private const string OperationsKey = "figures: operations";

    /// <summary>Each counts for itself.</summary>
    public static string Independent() => Run((counts, me) => counts[me]++);

    /// <summary>All count together, under one lock.</summary>
    public static string OnOneLock() => Run((counts, _) =>
    {
        lock (counts)
        {
            counts[0]++;
        }
    });

    /// <summary>All count together, with nothing to order them.</summary>
    public static string Racing() => Run((counts, _) => counts[0]++);

    /// <summary>
    /// Sets how many threads there are and how often each does it. Kept in the process, since the woven copy of this
    /// class has statics of its own.
    /// </summary>
    public static void Set(int threads, int operations)
    {
        AppDomain.CurrentDomain.SetData(ThreadsKey, threads);
        AppDomain.CurrentDomain.SetData(OperationsKey, operations);
    }

    private static string Run(Action<int[], int> operation)
    {
        var threads = new Thread[(int)AppDomain.CurrentDomain.GetData(ThreadsKey)!];
        var operations = (int)AppDomain.CurrentDomain.GetData(OperationsKey)!;
        var counts = new int[threads.Length];
        for (var i = 0; i < threads.Length; i++)
        {
            var me = i;
            threads[i] = new Thread(() =>
            {
                for (var turn = 0; turn < operations; turn++)
                {
                    operation(counts, me);
                }
            });
        }

        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return counts.Sum().ToString(CultureInfo.InvariantCulture);
    }
}
