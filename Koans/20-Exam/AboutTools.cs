namespace Koans.Exam;

// The jobs of WhichTool.cs, each to be tried with the tool that was named for it.
internal static class Tools
{
    public static string OneAtThePan(Type type) => Together(Tool.Of(type, places: 1), cooks: 2);

    public static string TwoAtTheStove(Type type) => Together(Tool.Of(type, places: 2), cooks: 3);

    public static string ManyReadOneWrites(Type type)
    {
        var tool = Tool.Of(type, places: 1);
        int readers = 0, together = 0, torn = 0;
        var alice = new Thread(Read) { Name = "Alice" };
        var bob = new Thread(Read) { Name = "Bob" };
        alice.Start();
        bob.Start();
        tool.Enter();
        torn += Volatile.Read(ref readers);
        tool.Leave();
        alice.Join();
        bob.Join();
        return torn > 0 ? "not alone" : together > 1 ? "together" : "one by one";

        void Read()
        {
            (tool.EnterToLook ?? tool.Enter)();
            if (Interlocked.Increment(ref readers) == 2)
            {
                Interlocked.Exchange(ref together, 2);
            }

            Interlocked.Decrement(ref readers);
            (tool.LeaveAfterLook ?? tool.Leave)();
        }
    }

    public static string TheStartingGun(Type type)
    {
        var tool = Tool.Of(type, places: 0);
        var alice = new Thread(() => tool.Wait()) { Name = "Alice" };
        var bob = new Thread(() => tool.Wait()) { Name = "Bob" };
        alice.Start();
        bob.Start();
        tool.Signal();
        alice.Join();
        bob.Join();
        return "all off";
    }

    public static string OneGuestPerRing(Type type)
    {
        var tool = Tool.Of(type, places: 0);
        var inside = 0;
        var alice = new Thread(Visit) { Name = "Alice", IsBackground = true };
        var bob = new Thread(Visit) { Name = "Bob", IsBackground = true };
        alice.Start();
        bob.Start();
        tool.Signal();
        while (Volatile.Read(ref inside) == 0)
        {
        }

        return $"{Volatile.Read(ref inside)} in";

        void Visit()
        {
            tool.Wait();
            Interlocked.Increment(ref inside);
        }
    }

    public static string BothPartsAreDone(Type type)
    {
        var tool = Tool.Of(type, places: 0);
        var done = 0;
        var alice = new Thread(Part) { Name = "Alice", IsBackground = true };
        var bob = new Thread(Part) { Name = "Bob", IsBackground = true };
        alice.Start();
        bob.Start();
        tool.Wait();
        return $"{Volatile.Read(ref done)} done";

        void Part()
        {
            Interlocked.Increment(ref done);
            tool.Signal();
        }
    }

    private static string Together(Tool tool, int cooks)
    {
        int inside = 0, most = 0;
        var threads = Enumerable.Range(0, cooks).Select(_ => new Thread(Cook)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return $"{most} at most";

        void Cook()
        {
            tool.Enter();
            var now = Interlocked.Increment(ref inside);
            if (now > Volatile.Read(ref most))
            {
                Interlocked.Exchange(ref most, now);
            }

            Interlocked.Decrement(ref inside);
            tool.Leave();
        }
    }
}

// What the jobs use of a tool. What it has no such thing for, it refuses.
internal sealed class Tool
{
    public required Action Enter { get; init; }

    public required Action Leave { get; init; }

    public required Action Wait { get; init; }

    public required Action Signal { get; init; }

    public Action? EnterToLook { get; init; }

    public Action? LeaveAfterLook { get; init; }

    public static Tool Of(Type type, int places)
    {
        if (type == typeof(object))
        {
            var gate = new object();
            return Room(() => Monitor.Enter(gate), () => Monitor.Exit(gate));
        }

        if (type == typeof(Lock))
        {
            var gate = new Lock();
            return Room(gate.Enter, gate.Exit);
        }

        if (type == typeof(Mutex))
        {
            var gate = new Mutex();
            return Room(() => gate.WaitOne(), gate.ReleaseMutex);
        }

        if (type == typeof(SemaphoreSlim))
        {
            var gate = new SemaphoreSlim(places);
            return new Tool { Enter = gate.Wait, Leave = () => gate.Release(), Wait = gate.Wait, Signal = () => gate.Release() };
        }

        if (type == typeof(ReaderWriterLockSlim))
        {
            var gate = new ReaderWriterLockSlim();
            return new Tool
            {
                Enter = gate.EnterWriteLock,
                Leave = gate.ExitWriteLock,
                EnterToLook = gate.EnterReadLock,
                LeaveAfterLook = gate.ExitReadLock,
                Wait = Refuse,
                Signal = Refuse,
            };
        }

        if (type == typeof(ManualResetEventSlim))
        {
            var bell = new ManualResetEventSlim();
            return Bell(bell.Wait, bell.Set);
        }

        if (type == typeof(AutoResetEvent))
        {
            var bell = new AutoResetEvent(false);
            return Bell(() => bell.WaitOne(), () => bell.Set());
        }

        if (type == typeof(CountdownEvent))
        {
            var bell = new CountdownEvent(2);
            return Bell(bell.Wait, () => bell.Signal());
        }

        if (type == typeof(Barrier))
        {
            var bell = new Barrier(2);
            return Bell(bell.SignalAndWait, bell.SignalAndWait);
        }

        throw new ArgumentException("this is none of the tools");
    }

    private static Tool Room(Action enter, Action leave) => new() { Enter = enter, Leave = leave, Wait = Refuse, Signal = Refuse };

    private static Tool Bell(Action wait, Action signal) => new() { Enter = Refuse, Leave = Refuse, Wait = wait, Signal = signal };

    private static void Refuse() => throw new NotSupportedException("there is no such thing to do with it");
}
