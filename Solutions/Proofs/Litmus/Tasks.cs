namespace Proofs.Litmus;

/// <summary>Tasks, async methods and what completes them, explored like threads.</summary>
internal static class Tasks
{
    [Litmus("1", "2")]
    private static string Two_tasks_race()
    {
        var n = 0;
        Task.WaitAll(Task.Run(() => n++), Task.Run(() => n++));
        return $"{n}";
    }

    [Litmus("2")]
    private static string Two_tasks_with_a_lock()
    {
        var n = 0;
        var gate = new object();
        void Add()
        {
            lock (gate) n++;
        }

        Task.WaitAll(Task.Run(Add), Task.Run(Add));
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string A_task_nobody_waits_for()
    {
        var n = 0;
        Task.Run(() => n = 1);
        return $"{n}";
    }

    [Litmus("1")]
    private static string Wait_orders()
    {
        var n = 0;
        Task.Run(() => n = 1).Wait();
        return $"{n}";
    }

    [Litmus("7")]
    private static string Result_waits() => $"{Task.Run(() => 7).Result}";

    [Litmus("False,0", "False,1", "True,1")]
    private static string Wait_with_a_time_out()
    {
        var n = 0;
        var waited = Task.Run(() => n = 1).Wait(10);
        return $"{waited},{n}";
    }

    [Litmus("burnt")]
    private static string A_failed_task_throws_where_it_is_waited_for()
    {
        var task = Task.Run(() => throw new InvalidOperationException("burnt"));
        try
        {
            task.Wait();
            return "fine";
        }
        catch (AggregateException error)
        {
            return error.InnerException!.Message;
        }
    }

    [Litmus("done")]
    private static string A_failed_task_nobody_waits_for()
    {
        Task.Run(() => throw new InvalidOperationException("burnt"));
        return "done";
    }

    [Litmus("1", "2")]
    private static string Await_one_after_the_other()
    {
        static async Task<int> Both()
        {
            var n = 0;
            var one = Task.Run(() => n++);
            var two = Task.Run(() => n++);
            await one;
            await two;
            return n;
        }

        return $"{Both().Result}";
    }

    [Litmus("2")]
    private static string Await_before_the_next_is_started()
    {
        static async Task<int> Both()
        {
            var n = 0;
            await Task.Run(() => n++);
            await Task.Run(() => n++).ConfigureAwait(false);
            return n;
        }

        return $"{Both().Result}";
    }

    [Litmus("1", "2")]
    private static string Check_await_act()
    {
        var n = 0;
        async Task Add()
        {
            var seen = n;
            await Task.Yield();
            n = seen + 1;
        }

        Task.WhenAll(Add(), Add()).Wait();
        return $"{n}";
    }

    [Litmus("2")]
    private static string Check_await_act_under_a_semaphore()
    {
        var n = 0;
        var gate = new SemaphoreSlim(1, 1);
        async Task Add()
        {
            await gate.WaitAsync();
            try
            {
                var seen = n;
                await Task.Yield();
                n = seen + 1;
            }
            finally
            {
                gate.Release();
            }
        }

        Task.WhenAll(Add(), Add()).Wait();
        return $"{n}";
    }

    [Litmus("burnt")]
    private static string Await_throws_the_exception_itself()
    {
        static async Task<string> Try()
        {
            try
            {
                await Task.Run(() => throw new InvalidOperationException("burnt"));
                return "fine";
            }
            catch (InvalidOperationException error)
            {
                return error.Message;
            }
        }

        return Try().Result;
    }

    [Litmus("throws: lost")]
    private static string An_exception_that_leaves_async_void()
    {
        async void Lose()
        {
            await Task.Yield();
            throw new InvalidOperationException("lost");
        }

        Lose();
        return "done";
    }

    [Litmus("0", "1")]
    private static string Async_void_cannot_be_awaited()
    {
        var n = 0;
        async void Later()
        {
            await Task.Yield();
            n = 1;
        }

        Later();
        return $"{n}";
    }

    // What waits runs inside SetResult: the setter's own next line comes after it.
    [Litmus("15")]
    private static string A_continuation_runs_inside_SetResult()
    {
        var source = new TaskCompletionSource<int>();
        var n = 0;
        async Task Wait() => n = await source.Task;
        var waiting = Wait();
        Crew.Alone(() =>
        {
            source.SetResult(5);
            n += 10;
        });
        waiting.Wait();
        return $"{n}";
    }

    [Litmus("5", "10", "15")]
    private static string A_continuation_runs_elsewhere()
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var n = 0;
        async Task Wait() => n = await source.Task;
        var waiting = Wait();
        Crew.Alone(() =>
        {
            source.SetResult(5);
            n += 10;
        });
        waiting.Wait();
        return $"{n}";
    }

    [Litmus("True,False,1", "False,True,2")]
    private static string TrySetResult_has_one_winner()
    {
        var source = new TaskCompletionSource<int>();
        bool first = false, second = false;
        Crew.Together(() => first = source.TrySetResult(1), () => second = source.TrySetResult(2));
        return $"{first},{second},{source.Task.Result}";
    }

    [Litmus("deadlock")]
    private static string A_task_nobody_completes()
    {
        new TaskCompletionSource().Task.Wait();
        return "done";
    }

    [Litmus("1", "2")]
    private static string WhenAny_answers_either() =>
        $"{Task.WhenAny(Task.Run(() => 1), Task.Run(() => 2)).Result.Result}";

    [Litmus("0", "1")]
    private static string WaitAny_answers_either()
    {
        var open = new TaskCompletionSource();
        var one = Task.Run(() => { });
        var two = Task.Run(() => { });
        return $"{Task.WaitAny(one, two)}";
    }

    [Litmus("a", "b")]
    private static string WhenAll_throws_the_first_that_fails()
    {
        var one = Task.Run(() => throw new InvalidOperationException("a"));
        var two = Task.Run(() => throw new InvalidOperationException("b"));
        try
        {
            Task.WhenAll(one, two).GetAwaiter().GetResult();
            return "fine";
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    [Litmus("1,2")]
    private static string WhenAll_keeps_the_order() =>
        string.Join(",", Task.WhenAll(Task.Run(() => 1), Task.Run(() => 2)).Result);

    [Litmus("01", "11")]
    private static string A_delay_orders_nothing()
    {
        var n = 0;
        var late = Task.Delay(100).ContinueWith(_ => n = 1);
        var seen = n;
        late.Wait();
        return $"{seen}{n}";
    }

    [Litmus("12")]
    private static string ContinueWith_comes_after()
    {
        var told = "";
        Task.Run(() => told += "1").ContinueWith(_ => told += "2").Wait();
        return told;
    }

    [Litmus("1")]
    private static string Run_of_an_async_method_waits_for_its_end()
    {
        var n = 0;
        Task.Run(async () =>
        {
            await Task.Yield();
            n = 1;
        }).Wait();
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string StartNew_of_an_async_method_does_not()
    {
        var n = 0;
        Task.Factory.StartNew(async () =>
        {
            await Task.Yield();
            n = 1;
        }).Wait();
        return $"{n}";
    }

    [Litmus("1")]
    private static string Work_for_the_pool()
    {
        var n = 0;
        var done = new SemaphoreSlim(0);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            n = 1;
            done.Release();
        });
        done.Wait();
        return $"{n}";
    }

    [Litmus("throws: burnt")]
    private static string An_exception_in_work_for_the_pool()
    {
        ThreadPool.QueueUserWorkItem(_ => throw new InvalidOperationException("burnt"));
        return "done";
    }

    [Litmus("livelock")]
    private static string Yielding_for_what_never_comes()
    {
        var ready = false;
        async Task Wait()
        {
            while (!ready) await Task.Yield();
        }

        Wait().Wait();
        return "done";
    }

    [Litmus("1", Naive = false)]
    private static string Yielding_until_it_comes()
    {
        var ready = false;
        var n = 0;
        async Task<int> Wait()
        {
            while (!Volatile.Read(ref ready)) await Task.Yield();
            return n;
        }

        var waiting = Wait();
        n = 1;
        Volatile.Write(ref ready, true);
        return $"{waiting.Result}";
    }

    [Litmus("100", Naive = false)]
    private static string Yielding_more_often_than_there_may_be_threads()
    {
        static async Task<int> Count()
        {
            var n = 0;
            while (n < 100)
            {
                await Task.Yield();
                n++;
            }

            return n;
        }

        return $"{Count().Result}";
    }

    [Litmus("inconclusive", Naive = false)]
    private static string Yielding_and_counting_for_ever()
    {
        static async Task Count()
        {
            for (long n = 0; ; n++) await Task.Yield();
        }

        Count().Wait();
        return "done";
    }

    [Litmus("SynchronizationLockException")]
    private static string A_lock_across_an_await()
    {
        var gate = new object();
        async Task<string> Go()
        {
            Monitor.Enter(gate);
            await Task.Yield();
            return Crew.Try(() => Monitor.Exit(gate));
        }

        return Go().Result;
    }

    [Litmus("12")]
    private static string An_awaiter_of_ones_own()
    {
        var told = "";
        async Task<int> Go()
        {
            told += "1";
            return await new Later(2);
        }

        var later = Go().Result;
        return told + later;
    }

    [Litmus("12burnt")]
    private static string An_awaiter_that_leads_to_a_task()
    {
        static async Task<string> Go()
        {
            try
            {
                return $"1{await new Through(Task.Run(() => 2))}" + await new Through(Task.FromException<int>(new InvalidOperationException("burnt")));
            }
            catch (InvalidOperationException error)
            {
                return "12" + error.Message;
            }
        }

        return Go().Result;
    }

    /// <summary>Goes on on a thread of its own.</summary>
    private sealed class Later(int result) : System.Runtime.CompilerServices.INotifyCompletion
    {
        public bool IsCompleted => false;

        public Later GetAwaiter() => this;

        public int GetResult() => result;

        public void OnCompleted(Action continuation) => new Thread(() => continuation()).Start();
    }

    /// <summary>Waits for a task by way of the task's own awaiter.</summary>
    private readonly struct Through(Task<int> task) : System.Runtime.CompilerServices.ICriticalNotifyCompletion
    {
        public bool IsCompleted => task.IsCompleted;

        public Through GetAwaiter() => this;

        public int GetResult() => task.GetAwaiter().GetResult();

        public void OnCompleted(Action continuation) => task.GetAwaiter().OnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) => task.GetAwaiter().UnsafeOnCompleted(continuation);
    }

    [Litmus("livelock")]
    private static string Polling_for_what_never_comes()
    {
        var ready = false;
        async Task Wait()
        {
            while (!ready) await Task.Delay(10);
        }

        Wait().Wait();
        return "done";
    }

    [Litmus("1", Naive = false)]
    private static string Polling_until_it_comes()
    {
        var ready = false;
        var n = 0;
        async Task<int> Wait()
        {
            while (!Volatile.Read(ref ready)) await Task.Delay(10);
            return n;
        }

        var waiting = Wait();
        n = 1;
        Volatile.Write(ref ready, true);
        return $"{waiting.Result}";
    }

    [Litmus("100", Naive = false)]
    private static string Waiting_more_often_than_there_may_be_threads()
    {
        static async Task<int> Count()
        {
            var n = 0;
            while (n < 100)
            {
                await Task.Delay(1);
                n++;
            }

            return n;
        }

        return $"{Count().Result}";
    }

    [Litmus("0", "1")]
    private static string A_delay_that_is_looked_at_by_another()
    {
        var seen = 0;
        async Task Go()
        {
            await Task.Delay(1);
            var delay = Task.Delay(1);
            seen = delay.IsCompleted ? 1 : 0;
            await delay;
        }

        Go().Wait();
        return $"{seen}";
    }
}
