namespace Proofs.Litmus;

/// <summary>Tasks and cancellation: what is cancelled, what fails, and what comes too late.</summary>
internal static class TaskTokens
{
    [Litmus("Canceled,0", "RanToCompletion,1")]
    private static string Cancelled_before_it_begins_or_too_late()
    {
        var n = 0;
        var stop = new CancellationTokenSource();
        var task = Task.Run(() => { n = 1; }, stop.Token);
        stop.Cancel();
        return $"{Ended(task)},{n}";
    }

    [Litmus("Canceled,0")]
    private static string Cancelled_before_it_is_made()
    {
        var n = 0;
        var task = Task.Run(() => { n = 1; }, new CancellationToken(true));
        return $"{Ended(task)},{n}";
    }

    [Litmus("Canceled", "RanToCompletion")]
    private static string Leaves_by_its_own_token()
    {
        var stop = new CancellationTokenSource();
        var task = Task.Run(() => stop.Token.ThrowIfCancellationRequested(), stop.Token);
        stop.Cancel();
        return Ended(task);
    }

    [Litmus("Faulted", "RanToCompletion")]
    private static string Leaves_by_a_token_that_it_was_not_given()
    {
        var stop = new CancellationTokenSource();
        var task = Task.Run(() => stop.Token.ThrowIfCancellationRequested());
        stop.Cancel();
        return Ended(task);
    }

    [Litmus("Canceled", "Faulted")]
    private static string Says_that_it_is_cancelled_before_it_is()
    {
        var stop = new CancellationTokenSource();
        var begun = new ManualResetEventSlim();
        void Leave()
        {
            begun.Set();
            throw new OperationCanceledException(stop.Token);
        }

        var task = Task.Run((Action)Leave, stop.Token);
        begun.Wait();
        stop.Cancel();
        return Ended(task);
    }

    [Litmus("Canceled")]
    private static string An_async_method_is_cancelled_by_any_token()
    {
        static async Task Leave()
        {
            await Task.Yield();
            throw new OperationCanceledException();
        }

        return Ended(Leave());
    }

    [Litmus("Canceled")]
    private static string Work_that_throws_before_it_gives_its_task() =>
        Ended(Task.Run(Task? () => throw new OperationCanceledException()));

    [Litmus("Canceled")]
    private static string A_made_task_that_is_cancelled()
    {
        var stop = new CancellationTokenSource();
        var task = new Task(() => { }, stop.Token);
        stop.Cancel();
        return $"{task.Status}";
    }

    [Litmus("OperationCanceledException", "fine")]
    private static string Waiting_with_a_token()
    {
        var stop = new CancellationTokenSource();
        var task = Task.Run(() => { });
        var cancel = Task.Run(stop.Cancel);
        var how = Crew.Try(() => task.Wait(stop.Token));
        cancel.Wait();
        return how;
    }

    [Litmus("OperationCanceledException")]
    private static string Waiting_for_all_with_a_token()
    {
        var stop = new CancellationTokenSource();
        Task.Run(stop.Cancel);
        return Crew.Try(() => Task.WaitAll([new TaskCompletionSource().Task], stop.Token));
    }

    [Litmus("OperationCanceledException", "0")]
    private static string Waiting_for_any_with_a_token()
    {
        var stop = new CancellationTokenSource();
        var task = Task.Run(() => { });
        Task.Run(stop.Cancel);
        var which = -1;
        var how = Crew.Try(() => which = Task.WaitAny([task, new TaskCompletionSource().Task], stop.Token));
        return how == "fine" ? $"{which}" : how;
    }

    [Litmus("-1", "0", "1")]
    private static string Waiting_for_any_for_some_time() => $"{Task.WaitAny([Task.Run(() => { }), Task.Run(() => { })], 10)}";

    [Litmus("False", "True")]
    private static string Waiting_for_all_for_some_time() => $"{Task.WaitAll([Task.Run(() => { }), Task.Run(() => { })], TimeSpan.FromSeconds(1))}";

    [Litmus("Canceled", "RanToCompletion")]
    private static string A_delay_that_is_cancelled()
    {
        var stop = new CancellationTokenSource();
        var delay = Task.Delay(1000, stop.Token);
        stop.Cancel();
        return Ended(delay);
    }

    [Litmus("Canceled,True")]
    private static string A_delay_without_end()
    {
        var stop = new CancellationTokenSource();
        var delay = Task.Delay(Timeout.Infinite, stop.Token);
        stop.Cancel();
        return $"{Ended(delay)},{DateTime.UtcNow == DateTime.UtcNow}";
    }

    [Litmus("deadlock")]
    private static string A_delay_that_nobody_ends()
    {
        Task.Delay(Timeout.InfiniteTimeSpan).Wait();
        return "done";
    }

    [Litmus("7", "TimeoutException")]
    private static string Waiting_no_longer_than()
    {
        static async Task<string> Try()
        {
            try
            {
                return $"{await Task.Run(() => 7).WaitAsync(TimeSpan.FromSeconds(1))}";
            }
            catch (TimeoutException error)
            {
                return error.GetType().Name;
            }
        }

        return Try().Result;
    }

    [Litmus("Canceled", "RanToCompletion")]
    private static string Waiting_until_it_is_cancelled()
    {
        var stop = new CancellationTokenSource();
        var wait = Task.Run(() => { }).WaitAsync(stop.Token);
        stop.Cancel();
        return Ended(wait);
    }

    [Litmus("called,True")]
    private static string Cancelling_without_waiting_for_the_callbacks()
    {
        var stop = new CancellationTokenSource();
        var told = "";
        stop.Token.Register(() => told += "called");
        var calling = stop.CancelAsync();
        var at = stop.IsCancellationRequested;
        calling.Wait();
        return $"{told},{at}";
    }

    [Litmus("0", "1")]
    private static string The_callbacks_come_later()
    {
        var stop = new CancellationTokenSource();
        var n = 0;
        stop.Token.Register(() => n = 1);
        stop.CancelAsync();
        return $"{n}";
    }

    [Litmus("Faulted,first", "Faulted,any time")]
    private static string What_follows_only_a_failure_and_what_follows_always()
    {
        var told = "";
        var task = Task.Run(() => throw new InvalidOperationException());
        var one = task.ContinueWith(_ => told += "1", TaskContinuationOptions.OnlyOnFaulted);
        var two = task.ContinueWith(_ => one.Status == TaskStatus.RanToCompletion ? "first" : "any time");
        return $"{Ended(task)},{two.Result}";
    }

    [Litmus("Canceled")]
    private static string What_follows_a_failure_is_cancelled_where_there_is_none() =>
        Ended(Task.Run(() => { }).ContinueWith(_ => { }, TaskContinuationOptions.OnlyOnFaulted));

    [Litmus("True")]
    private static string What_follows_at_once_runs_on_the_same_thread()
    {
        var source = new TaskCompletionSource();
        Thread? where = null, there = null;
        source.Task.ContinueWith(_ => where = Thread.CurrentThread, TaskContinuationOptions.ExecuteSynchronously);
        Crew.Alone(() =>
        {
            there = Thread.CurrentThread;
            source.SetResult();
        });
        return $"{ReferenceEquals(where, there)}";
    }

    [Litmus("15")]
    private static string What_waits_runs_inside_SetResult_on_one_thread()
    {
        var source = new TaskCompletionSource<int>();
        var n = 0;
        async Task Wait() => n = await source.Task;

        var waiting = Wait();
        source.SetResult(5);
        n += 10;
        waiting.Wait();
        return $"{n}";
    }

    [Litmus("Canceled,True")]
    private static string A_source_that_is_cancelled_with_a_token()
    {
        var stopped = new CancellationToken(true);
        var source = new TaskCompletionSource();
        source.SetCanceled(stopped);
        try
        {
            source.Task.GetAwaiter().GetResult();
            return "fine";
        }
        catch (OperationCanceledException error)
        {
            return $"{source.Task.Status},{error.CancellationToken == stopped}";
        }
    }

    [Litmus("3")]
    private static string A_source_that_takes_over_a_task()
    {
        var source = new TaskCompletionSource<int>();
        source.SetFromTask(Task.FromResult(3));
        return $"{source.Task.Result}";
    }

    /// <summary>How a task ends.</summary>
    private static string Ended(Task task)
    {
        try
        {
            task.Wait();
        }
        catch (AggregateException)
        {
        }

        return $"{task.Status}";
    }
}
