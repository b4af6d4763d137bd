namespace Proofs.Litmus;

/// <summary>A pool of few threads: what waits inside it is not free, and what nobody is free for never happens.</summary>
internal static class Pools
{
    [Litmus("2", PoolThreads = 1)]
    private static string One_thread_takes_turns()
    {
        var n = 0;
        Task.WaitAll(Task.Run(() => n++), Task.Run(() => n++));
        return $"{n}";
    }

    [Litmus("2", PoolThreads = 1)]
    private static string How_large_it_is_is_not_for_the_code_to_say()
    {
        ThreadPool.SetMinThreads(4, 4);
        return One_thread_takes_turns();
    }

    [Litmus("1", "2", PoolThreads = 2)]
    private static string Two_threads_race()
    {
        var n = 0;
        Task.WaitAll(Task.Run(() => n++), Task.Run(() => n++));
        return $"{n}";
    }

    [Litmus("12", "21", PoolThreads = 1)]
    private static string Nothing_promises_the_order()
    {
        var told = "";
        Task.WaitAll(Task.Run(() => told += "1"), Task.Run(() => told += "2"));
        return told;
    }

    [Litmus("deadlock", PoolThreads = 1)]
    private static string Waiting_for_the_rest_of_a_method()
    {
        static async Task Later() => await Task.Yield();

        Task.Run(() => Later().Wait()).Wait();
        return "done";
    }

    [Litmus("done", PoolThreads = 2)]
    private static string Waiting_for_it_with_a_thread_to_spare()
    {
        static async Task Later() => await Task.Yield();

        Task.Run(() => Later().Wait()).Wait();
        return "done";
    }

    [Litmus("deadlock", "done", PoolThreads = 2)]
    private static string Two_that_wait_and_none_to_spare()
    {
        static async Task Later() => await Task.Yield();

        Task.WaitAll(Task.Run(() => Later().Wait()), Task.Run(() => Later().Wait()));
        return "done";
    }

    [Litmus("done", PoolThreads = 1)]
    private static string Async_all_the_way()
    {
        static async Task Later() => await Task.Yield();

        Task.WaitAll(Task.Run(async () => await Later()), Task.Run(async () => await Later()));
        return "done";
    }

    [Litmus("done", PoolThreads = 1)]
    private static string A_thread_that_waits_for_work_which_it_has_queued_does_it()
    {
        Task.Run(() => Task.Run(() => { }).Wait()).Wait();
        return "done";
    }

    [Litmus("deadlock", PoolThreads = 1)]
    private static string But_not_where_it_waits_only_for_some_time_or_by_another_task()
    {
        Task.Run(() => Task.Run(async () => await Task.Yield()).Wait()).Wait();
        return "done";
    }

    [Litmus("deadlock", PoolThreads = 1)]
    private static string A_delay_needs_a_thread_too()
    {
        Task.Run(() => Task.Delay(10).Wait()).Wait();
        return "done";
    }

    [Litmus("done", PoolThreads = 1)]
    private static string A_long_running_task_has_a_thread_of_its_own()
    {
        static async Task Later() => await Task.Yield();

        Task.Factory.StartNew(() => Later().Wait(), TaskCreationOptions.LongRunning).Wait();
        return "done";
    }

    [Litmus("done", PoolThreads = 1)]
    private static string The_koan_is_no_thread_of_the_pool()
    {
        static async Task Later() => await Task.Yield();

        Later().Wait();
        return "done";
    }

    [Litmus("deadlock", PoolThreads = 1)]
    private static string Queued_work_that_waits_for_queued_work()
    {
        var done = new ManualResetEventSlim();
        var whole = new ManualResetEventSlim();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            ThreadPool.QueueUserWorkItem(_ => done.Set());
            done.Wait();
            whole.Set();
        });
        whole.Wait();
        return "done";
    }

    [Litmus("3", PoolThreads = 1)]
    private static string A_parallel_loop_gets_on_without_help()
    {
        var n = 0;
        Parallel.For(0, 3, _ => Interlocked.Increment(ref n));
        return $"{n}";
    }

    [Litmus("Canceled", "RanToCompletion", PoolThreads = 1)]
    private static string Cancelled_while_it_waits_for_a_thread()
    {
        var stop = new CancellationTokenSource();
        var task = Task.Run(() => { }, stop.Token);
        stop.Cancel();
        try
        {
            task.Wait();
        }
        catch (AggregateException)
        {
        }

        return $"{task.Status}";
    }

    [Litmus("data race", ForbidDataRaces = true, PoolThreads = 1)]
    private static string One_thread_of_the_pool_orders_nothing()
    {
        var n = 0;
        Task.WaitAll(Task.Run(() => { n = 1; }), Task.Run(() => { n = 1; }));
        return $"{n}";
    }

    [Litmus("False,True,False,False")]
    private static string Whose_threads_are_whose()
    {
        static bool IsOfPool() => Thread.CurrentThread.IsThreadPoolThread;

        var own = false;
        Crew.Alone(() => own = IsOfPool());
        return $"{IsOfPool()},{Task.Run(IsOfPool).Result},{Task.Factory.StartNew(IsOfPool, TaskCreationOptions.LongRunning).Result},{own}";
    }
}
