namespace Proofs.Litmus;

/// <summary><see cref="Parallel"/>: turns may overlap, and nothing promises that they do.</summary>
internal static class ParallelLoops
{
    [Litmus("1", "2")]
    private static string Turns_race()
    {
        var n = 0;
        Parallel.For(0, 2, _ => n++);
        return $"{n}";
    }

    [Litmus("3")]
    private static string Turns_that_count_in_one_step()
    {
        var n = 0;
        Parallel.For(0, 3, _ => Interlocked.Increment(ref n));
        return $"{n}";
    }

    [Litmus("deadlock", "done")]
    private static string Turns_that_wait_for_each_other()
    {
        var signal = new SemaphoreSlim(0);
        Parallel.ForEach((int[])[0, 1], turn =>
        {
            if (turn == 0) signal.Wait();
            else signal.Release();
        });
        return "done";
    }

    [Litmus("a,b", "b,a")]
    private static string Invoke_in_any_order()
    {
        var told = new List<string>();
        Parallel.Invoke(() => Tell("a"), () => Tell("b"));
        return string.Join(",", told);
        void Tell(string what)
        {
            lock (told) told.Add(what);
        }
    }

    [Litmus("burnt")]
    private static string A_turn_that_fails()
    {
        try
        {
            Parallel.For(0, 2, i =>
            {
                if (i == 0) throw new InvalidOperationException("burnt");
            });
            return "fine";
        }
        catch (AggregateException error)
        {
            return error.InnerExceptions[0].Message;
        }
    }

    [Litmus("3")]
    private static string Subtotals_and_one_merge()
    {
        var total = 0;
        Parallel.For(0, 3, () => 0, (_, _, mine) => mine + 1, mine => Interlocked.Add(ref total, mine));
        return $"{total}";
    }

    [Litmus("2")]
    private static string One_at_a_time()
    {
        var n = 0;
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 1 }, _ => n++);
        return $"{n}";
    }
}
