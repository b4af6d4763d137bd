namespace Proofs.Litmus;

/// <summary>Tasks that are made first and started later, and their states.</summary>
internal static class TasksOnDemand
{
    [Litmus("0")]
    private static string Made_is_not_started()
    {
        var n = 0;
        _ = new Task(() => n = 1);
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string Started_and_not_awaited()
    {
        var n = 0;
        new Task(() => n = 1).Start();
        return $"{n}";
    }

    [Litmus("Created,1,RanToCompletion")]
    private static string Started_and_awaited()
    {
        var n = 0;
        var task = new Task(() => n = 1);
        var before = task.Status;
        task.Start();
        task.Wait();
        return $"{before},{n},{task.Status}";
    }

    [Litmus("deadlock")]
    private static string Awaited_and_never_started()
    {
        new Task(() => { }).Wait();
        return "done";
    }

    [Litmus("Start may not be called on a task that was already started.", "Start may not be called on a task that has completed.")]
    private static string Started_twice()
    {
        var task = new Task(() => { });
        task.Start();
        try
        {
            task.Start();
            return "fine";
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    [Litmus("True,False", "False,True")]
    private static string Started_by_two_at_once()
    {
        var task = new Task(() => { });
        bool Starts()
        {
            try
            {
                task.Start();
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }

        bool first = false, second = false;
        Crew.Together(() => first = Starts(), () => second = Starts());
        return $"{first},{second}";
    }

    [Litmus("InvalidOperationException")]
    private static string Starting_the_task_of_a_source() => Crew.Try(new TaskCompletionSource().Task.Start);

    [Litmus("12")]
    private static string On_the_present_thread()
    {
        var told = "";
        new Task(() => told += "1").RunSynchronously();
        return told + "2";
    }

    [Litmus("7,7")]
    private static string With_a_result_and_a_state()
    {
        var task = new Task<int>(state => (int)state!, 7);
        task.Start();
        return $"{task.Result},{task.AsyncState}";
    }

    [Litmus("LongRunning, DenyChildAttach,LongRunning, DenyChildAttach")]
    private static string Options_are_kept()
    {
        const TaskCreationOptions options = TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach;
        var made = new Task(() => { }, options);
        var started = Task.Factory.StartNew(() => { }, CancellationToken.None, options, TaskScheduler.Default);
        return $"{made.CreationOptions},{started.CreationOptions}";
    }

    [Litmus("not followed: TaskCreationOptions.AttachedToParent")]
    private static string A_child()
    {
        Task.Factory.StartNew(() => Task.Factory.StartNew(() => { }, TaskCreationOptions.AttachedToParent)).Wait();
        return "done";
    }

    [Litmus("True")]
    private static string The_task_that_runs()
    {
        int? inside = null;
        var task = Task.Run(() => inside = Task.CurrentId);
        task.Wait();
        return $"{inside == task.Id && Task.CurrentId is null}";
    }

    [Litmus("1,2")]
    private static string A_factory_with_options_of_its_own()
    {
        var factory = new TaskFactory(CancellationToken.None, TaskCreationOptions.LongRunning, TaskContinuationOptions.None, TaskScheduler.Default);
        return $"{factory.StartNew(() => 1).Result},{new TaskFactory<int>().StartNew(state => (int)state!, 2).Result}";
    }

    [Litmus("1,12", "2,12")]
    private static string After_the_first_and_after_the_last()
    {
        Task<int>[] tasks = [Task.Run(() => 1), Task.Run(() => 2)];
        var first = Task.Factory.ContinueWhenAny(tasks, task => task.Result);
        var all = Task.Factory.ContinueWhenAll(tasks, all => string.Concat(all.Select(task => task.Result)));
        return $"{first.Result},{all.Result}";
    }

    [Litmus("7,burnt")]
    private static string Unwrapped()
    {
        var seven = Task.Factory.StartNew(async () =>
        {
            await Task.Yield();
            return 7;
        }).Unwrap();
        var burnt = Task.Factory.StartNew(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("burnt");
        }).Unwrap();
        try
        {
            burnt.Wait();
            return "fine";
        }
        catch (AggregateException error)
        {
            return $"{seven.Result},{error.InnerException!.Message}";
        }
    }
}
