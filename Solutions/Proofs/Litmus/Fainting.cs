using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary>Any one thread may stop for ever, at any step: who comes to an end all the same, and who is held up.</summary>
internal static class Fainting
{
    [Litmus("2", "ended without one", AnyThreadMayStop = true)]
    private static string Interlocked_holds_nobody_up()
    {
        var plates = 0;
        Crew.Together(() => Interlocked.Increment(ref plates), () => Interlocked.Increment(ref plates));
        return $"{plates}";
    }

    [Litmus("2", "ended without one", AnyThreadMayStop = true)]
    private static string A_loop_of_compare_exchange_holds_nobody_up()
    {
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref plates);
            }
            while (Interlocked.CompareExchange(ref plates, seen + 1, seen) != seen);
        }
    }

    [Litmus("2", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string A_lock_does()
    {
        var gate = new object();
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            lock (gate)
            {
                plates++;
            }
        }
    }

    [Litmus("2", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string A_semaphore_does()
    {
        var gate = new SemaphoreSlim(1, 1);
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            gate.Wait();
            plates++;
            gate.Release();
        }
    }

    [Litmus("2", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string A_SpinLock_does()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: false);
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            var taken = false;
            gate.Enter(ref taken);
            plates++;
            gate.Exit();
        }
    }

    [Litmus("2", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string A_lock_of_one_s_own_making_does()
    {
        var taken = 0;
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            while (Interlocked.Exchange(ref taken, 1) != 0)
            {
                Thread.Yield();
            }

            plates++;
            Volatile.Write(ref taken, 0);
        }
    }

    [Litmus("2", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string Trying_again_and_again_does()
    {
        var gate = new object();
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            while (!Monitor.TryEnter(gate, 10))
            {
            }

            plates++;
            Monitor.Exit(gate);
        }
    }

    [Litmus("1", "2", "ended without one", AnyThreadMayStop = true)]
    private static string Giving_up_does_not()
    {
        var gate = new object();
        var plates = 0;
        Crew.Together(Add, Add);
        return $"{plates}";

        void Add()
        {
            if (Monitor.TryEnter(gate))
            {
                plates++;
                Monitor.Exit(gate);
            }
        }
    }

    [Litmus("seen", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string Waiting_for_a_flag_does()
    {
        var ready = false;
        Crew.Together(() => Volatile.Write(ref ready, true), () =>
        {
            while (!Volatile.Read(ref ready))
            {
            }
        });
        return "seen";
    }

    [Litmus("2", "ended without one", AnyThreadMayStop = true)]
    private static string A_concurrent_queue_holds_nobody_up()
    {
        var dishes = new ConcurrentQueue<int>();
        Crew.Together(() => dishes.Enqueue(1), () => dishes.Enqueue(2));
        return $"{dishes.Count}";
    }

    [Litmus("1 2", "2 1", "ended without one", AnyThreadMayStop = true)]
    private static string A_stack_of_linked_nodes_holds_nobody_up()
    {
        var dishes = new LockFreeStack();
        Crew.Together(() => dishes.Push(1), () => dishes.Push(2));
        return $"{dishes.Pop()} {dishes.Pop()}";
    }

    [Litmus("1", "ended without one", "held up", AnyThreadMayStop = true)]
    private static string One_that_waits_for_the_end_of_the_other_is_held_up()
    {
        var plates = 0;
        var alice = new Thread(() => plates++);
        var bob = new Thread(alice.Join);
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        return $"{plates}";
    }

    // Whoever does not wait for the one that stopped goes on to its check.
    [Litmus("0", "1", AnyThreadMayStop = true)]
    private static string A_scenario_that_waits_for_nobody_ends_itself()
    {
        var plates = 0;
        var alice = new Thread(() => Interlocked.Increment(ref plates)) { IsBackground = true };
        alice.Start();
        return $"{Volatile.Read(ref plates)}";
    }

    [Litmus("held up", "2", AnyThreadMayStop = true)]
    private static string The_scenario_itself_can_be_held_up()
    {
        var gate = new object();
        var plates = 0;
        var alice = new Thread(Add) { IsBackground = true };
        alice.Start();
        Add();
        return "2";

        void Add()
        {
            lock (gate)
            {
                plates++;
            }
        }
    }

    [Litmus("2", "ended without one", AnyThreadMayStop = true)]
    private static string Tasks_stop_like_threads()
    {
        var plates = 0;
        Task.WaitAll(Task.Run(() => Interlocked.Increment(ref plates)), Task.Run(() => Interlocked.Increment(ref plates)));
        return $"{plates}";
    }

    private sealed class LockFreeStack
    {
        private Node? _top;

        public void Push(int value)
        {
            var node = new Node(value);
            do
            {
                node.Next = Volatile.Read(ref _top);
            }
            while (Interlocked.CompareExchange(ref _top, node, node.Next) != node.Next);
        }

        public int Pop()
        {
            while (Volatile.Read(ref _top) is { } top)
            {
                if (Interlocked.CompareExchange(ref _top, top.Next, top) == top)
                {
                    return top.Value;
                }
            }

            return 0;
        }

        private sealed class Node(int value)
        {
            public int Value { get; } = value;

            public Node? Next { get; set; }
        }
    }
}
