namespace Proofs.Litmus;

/// <summary>Starts threads and waits for them: what nearly every scenario does around its point.</summary>
internal static class Crew
{
    /// <summary>Runs the work on one thread and waits for its end.</summary>
    public static void Alone(ThreadStart work)
    {
        var thread = new Thread(work);
        thread.Start();
        thread.Join();
    }

    /// <summary>Runs both at once and waits for both.</summary>
    public static void Together(ThreadStart first, ThreadStart second)
    {
        var one = new Thread(first) { Name = "Alice" };
        var two = new Thread(second) { Name = "Bob" };
        one.Start();
        two.Start();
        one.Join();
        two.Join();
    }

    /// <summary>Runs all three at once and waits for all.</summary>
    public static void Together(ThreadStart first, ThreadStart second, ThreadStart third)
    {
        var one = new Thread(first) { Name = "Alice" };
        var two = new Thread(second) { Name = "Bob" };
        var three = new Thread(third) { Name = "Carol" };
        one.Start();
        two.Start();
        three.Start();
        one.Join();
        two.Join();
        three.Join();
    }

    /// <summary>Runs all four at once and waits for all.</summary>
    public static void Together(ThreadStart first, ThreadStart second, ThreadStart third, ThreadStart fourth)
    {
        var one = new Thread(first) { Name = "Alice" };
        var two = new Thread(second) { Name = "Bob" };
        var three = new Thread(third) { Name = "Carol" };
        var four = new Thread(fourth) { Name = "Dave" };
        one.Start();
        two.Start();
        three.Start();
        four.Start();
        one.Join();
        two.Join();
        three.Join();
        four.Join();
    }

    /// <summary>Runs all at once and waits for all, however many they are.</summary>
    public static void Together(params ThreadStart[] all)
    {
        var threads = new Thread[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            threads[i] = new Thread(all[i]);
        }

        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    /// <summary>Runs the work and answers the name of the exception that left it, or "fine".</summary>
    public static string Try(Action work)
    {
        try
        {
            work();
            return "fine";
        }
        catch (Exception e) when (e is SystemException or ApplicationException or SemaphoreFullException
            or AbandonedMutexException or LockRecursionException or InvalidOperationException or OperationCanceledException)
        {
            return e.GetType().Name;
        }
    }
}
