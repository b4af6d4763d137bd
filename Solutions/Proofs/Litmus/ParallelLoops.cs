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

    [Litmus("0", "01", "012", Naive = false)]
    private static string Stop_begins_no_more_turns()
    {
        var done = new bool[3];
        Parallel.For(0, 3, (i, state) =>
        {
            done[i] = true;
            if (i == 0) state.Stop();
        });
        return string.Concat(Enumerable.Range(0, 3).Where(i => done[i]));
    }

    [Litmus("01,False,1", "012,False,1", Naive = false)]
    private static string Break_does_what_was_before()
    {
        var done = new bool[3];
        var result = Parallel.For(0, 3, (i, state) =>
        {
            done[i] = true;
            if (i == 1) state.Break();
        });
        return $"{string.Concat(Enumerable.Range(0, 3).Where(i => done[i]))},{result.IsCompleted},{result.LowestBreakIteration}";
    }

    [Litmus("ab,True")]
    private static string Items_with_their_numbers()
    {
        var told = new string[2];
        var result = Parallel.ForEach(["a", "b"], (item, _, i) => told[i] = item);
        return $"{string.Concat(told)},{result.IsCompleted}";
    }

    [Litmus("OperationCanceledException", "fine")]
    private static string A_loop_that_is_cancelled()
    {
        var stop = new CancellationTokenSource();
        var cancel = Task.Run(stop.Cancel);
        var how = Crew.Try(() => Parallel.For(0, 2, new ParallelOptions { CancellationToken = stop.Token, MaxDegreeOfParallelism = 1 }, _ => { }));
        cancel.Wait();
        return how;
    }

    [Litmus("1", "2", Naive = false)]
    private static string Async_turns_race()
    {
        var n = 0;
        Parallel.ForEachAsync(["a", "b"], async (_, _) =>
        {
            var seen = n;
            await Task.Yield();
            n = seen + 1;
        }).Wait();
        return $"{n}";
    }

    [Litmus("2", Naive = false)]
    private static string Async_turns_one_at_a_time()
    {
        var n = 0;
        Parallel.ForAsync(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (_, _) =>
        {
            var seen = n;
            await Task.Yield();
            n = seen + 1;
        }).Wait();
        return $"{n}";
    }

    [Litmus("done", Naive = false)]
    private static string Async_turns_that_were_promised_to_overlap()
    {
        var both = new CountdownEvent(2);
        Parallel.ForEachAsync(["a", "b"], new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (_, _) =>
        {
            both.Signal();
            await Task.Run(both.Wait);
        }).Wait();
        return "done";
    }

    [Litmus("deadlock", "done", Naive = false)]
    private static string Async_turns_that_were_not()
    {
        var both = new CountdownEvent(2);
        Parallel.ForEachAsync(["a", "b"], async (_, _) =>
        {
            both.Signal();
            await Task.Run(both.Wait);
        }).Wait();
        return "done";
    }

    [Litmus("burnt,True", "burnt,False", Naive = false)]
    private static string An_async_turn_that_fails()
    {
        var second = false;
        try
        {
            Parallel.ForEachAsync([1, 2], async (i, _) =>
            {
                await Task.Yield();
                if (i == 1) throw new InvalidOperationException("burnt");
                second = true;
            }).Wait();
            return "fine";
        }
        catch (AggregateException error)
        {
            return $"{error.InnerException!.Message},{second}";
        }
    }

    [Litmus("12", "21", Naive = false)]
    private static string Async_turns_over_an_async_stream()
    {
        static async IAsyncEnumerable<int> Numbers()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }

        var told = "";
        var gate = new object();
        Parallel.ForEachAsync(Numbers(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, (i, _) =>
        {
            lock (gate) told += i;
            return ValueTask.CompletedTask;
        }).Wait();
        return told;
    }
}
