namespace Proofs.Litmus;

/// <summary>Data races: what starting a task, waiting for it and awaiting it order, and what they do not.</summary>
internal static class RacesBetweenTasks
{
    [Litmus("2", ForbidDataRaces = true)]
    private static string Before_the_start_and_after_the_wait()
    {
        var n = 1;
        Task.Run(() => { n++; }).Wait();
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Before_the_wait()
    {
        var n = 0;
        var task = Task.Run(() => { n = 1; });
        n = 1;
        task.Wait();
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_tasks()
    {
        var n = 0;
        Task.WaitAll(Task.Run(() => { n = 1; }), Task.Run(() => { n = 1; }));
        return $"{n}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string Two_results()
    {
        var one = Task.Run(() => 1);
        var two = Task.Run(() => 2);
        return $"{one.Result + two.Result}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Across_an_await()
    {
        var n = 0;
        async Task Work()
        {
            n = 1;
            await Task.Run(() => { n++; });
            n += 0;
        }

        Work().Wait();
        return $"{n}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string What_follows_an_await_comes_after_what_was_before_it()
    {
        // who completes the source runs the rest of the method, and did not write what was written before
        var n = 0;
        var source = new TaskCompletionSource();
        async Task Work()
        {
            n = 1;
            await source.Task;
            n += 2;
        }

        var work = Work();
        Crew.Alone(source.SetResult);
        work.Wait();
        return $"{n}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string A_method_that_waits_on_one_thread_and_goes_on_on_another()
    {
        var n = 0;
        var source = new TaskCompletionSource();
        async Task Work()
        {
            n = 1;
            await source.Task;
            n += 2;
        }

        Task? work = null;
        Crew.Together(() => work = Work(), () => source.SetResult());
        work!.Wait();
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_async_methods_at_once()
    {
        var n = 0;
        async Task Work()
        {
            await Task.Yield();
            n = 1;
        }

        Task.WaitAll(Work(), Work());
        return $"{n}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string Looking_whether_it_is_complete()
    {
        var n = 0;
        var task = Task.Run(() => { n = 1; });
        var seen = task.IsCompleted ? n : 1;
        if (!task.IsCompleted) seen = n;
        task.Wait();
        return $"{Math.Max(seen, 1)}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string A_continuation()
    {
        var n = 0;
        Task.Run(() => { n = 1; }).ContinueWith(_ => { n++; }).Wait();
        return $"{n}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string All_of_two()
    {
        int one = 0, two = 0;
        async Task<int> Work()
        {
            await Task.WhenAll(Task.Run(() => { one = 1; }), Task.Run(() => { two = 2; }));
            return one + two;
        }

        return $"{Work().Result}";
    }

    [Litmus("data race", "0", ForbidDataRaces = true)]
    private static string Any_of_two()
    {
        int one = 0, two = 0;
        async Task<int> Work()
        {
            Task first = Task.Run(() => { one = 1; }), second = Task.Run(() => { two = 2; });
            await Task.WhenAny(first, second);
            var sum = one + two;
            await first;
            await second;
            return Math.Min(sum, 0);
        }

        return $"{Work().Result}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string The_one_that_was_first_of_two()
    {
        async Task<int> Work()
        {
            var box = new int[2];
            Task first = Task.Run(() => { box[0] = 1; }), second = Task.Run(() => { box[1] = 1; });
            var winner = await Task.WhenAny(first, second);
            var seen = box[winner == first ? 0 : 1];
            await Task.WhenAll(first, second);
            return seen;
        }

        return $"{Work().Result}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_slot_of_an_asynchronous_wait()
    {
        using var gate = new SemaphoreSlim(1);
        var n = 0;
        async Task Work()
        {
            await gate.WaitAsync();
            n = 1;
            gate.Release();
        }

        Task.WaitAll(Work(), Task.Run(Work));
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Turns_of_a_loop_with_a_place_each()
    {
        var slots = new int[2];
        Parallel.For(0, 2, i => slots[i] = 1);
        return $"{slots[0] + slots[1]}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string Turns_of_a_loop_with_one_place()
    {
        // one thread may do all turns
        var n = 0;
        Parallel.For(0, 2, _ => n = 1);
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Across_an_await_of_a_value_task()
    {
        var n = 0;
        async ValueTask Add()
        {
            await Task.Yield();
            n++;
        }

        async Task Work()
        {
            n = 1;
            await Add();
            n += 0;
        }

        Work().Wait();
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_value_tasks_at_once()
    {
        var n = 0;
        async ValueTask Add()
        {
            await Task.Yield();
            n = 1;
        }

        var one = Add();
        var two = Add();
        one.AsTask().Wait();
        two.AsTask().Wait();
        return $"{n}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string Items_of_a_stream()
    {
        var n = 0;
        async IAsyncEnumerable<int> Numbers()
        {
            n = 1;
            yield return 1;
            await Task.Yield();
            n++;
            yield return 2;
        }

        async Task Go()
        {
            await foreach (var _ in Numbers()) n += 0;
            n++;
        }

        Go().Wait();
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string WhenEach_comes_after_each()
    {
        int[] n = [0, 0];
        int Set(int i)
        {
            n[i] = 1;
            return i;
        }

        async Task Go()
        {
            await foreach (var task in Task.WhenEach(Task.Run(() => Set(0)), Task.Run(() => Set(1)))) n[await task] += 0;
        }

        Go().Wait();
        return $"{n.Sum()}";
    }

    [Litmus("2", "data race", ForbidDataRaces = true)]
    private static string WhenAny_comes_after_one_only()
    {
        int[] n = [0, 0];
        var one = Task.Run(() => { n[0] = 1; });
        var two = Task.Run(() => { n[1] = 1; });
        Task.WhenAny(one, two).Wait();
        return $"{n[0] + n[1]}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string What_a_cancelling_thread_did_before()
    {
        var n = 0;
        var stop = new CancellationTokenSource();
        var delay = Task.Delay(Timeout.Infinite, stop.Token);
        async Task Wait()
        {
            try
            {
                await delay;
            }
            catch (OperationCanceledException)
            {
                n++;
            }
        }

        var waiting = Wait();
        n = 1;
        stop.Cancel();
        waiting.Wait();
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true, Naive = false)]
    private static string After_all_async_turns()
    {
        int[] n = [0, 0];
        Parallel.ForAsync(0, 2, async (i, _) =>
        {
            await Task.Yield();
            n[i] = 1;
        }).Wait();
        return $"{n[0] + n[1]}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true, Naive = false)]
    private static string Two_async_turns()
    {
        var n = 0;
        Parallel.ForAsync(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (_, _) =>
        {
            await Task.Yield();
            n = 1;
        }).Wait();
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Made_and_started()
    {
        var n = 0;
        var task = new Task(() => { n++; });
        n = 1;
        task.Start();
        task.Wait();
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Made_and_started_and_then()
    {
        var n = 0;
        var task = new Task(() => { n++; });
        task.Start();
        n = 1;
        task.Wait();
        return $"{n}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string After_the_last_of_several()
    {
        var one = 0;
        var two = 0;
        Task[] tasks = [Task.Run(() => { one = 1; }), Task.Run(() => { two = 2; })];
        return Task.Factory.ContinueWhenAll(tasks, _ => $"{one + two}").Result;
    }
}
