namespace Koans.Exam;

// Six snippets with two threads each.
internal static class Snippets
{
    // One table is left, and it is to be given away once.
    public static string TheLastTable()
    {
        int free = 1, seated = 0;
        Together(Seat, Seat);
        return seated == 1 ? "right" : "wrong";

        void Seat()
        {
            if (Volatile.Read(ref free) > 0)
            {
                Interlocked.Decrement(ref free);
                Interlocked.Increment(ref seated);
            }
        }
    }

    // The price is changed while somebody looks at it; the old one and the new one will both do.
    public static string TheMenu()
    {
        var price = 8;
        var seen = 0;
        Together(() => price = 9, () => seen = price);
        return seen is 8 or 9 ? "right" : "wrong";
    }

    // The chef sleeps until somebody rings.
    public static string TheBell()
    {
        var bell = new object();
        Together(Ring, Sleep);
        return "right";

        void Ring()
        {
            lock (bell)
            {
                Monitor.Pulse(bell);
            }
        }

        void Sleep()
        {
            lock (bell)
            {
                Monitor.Wait(bell);
            }
        }
    }

    // Two waiters meet at a door. Both are polite: whoever wants to go through lets the other one go first.
    public static string TheNarrowDoor()
    {
        bool aliceWants = false, bobWants = false;
        Together(
            () =>
            {
                Volatile.Write(ref aliceWants, true);
                while (Volatile.Read(ref bobWants))
                {
                    Thread.Yield();
                }

                Volatile.Write(ref aliceWants, false);
            },
            () =>
            {
                Volatile.Write(ref bobWants, true);
                while (Volatile.Read(ref aliceWants))
                {
                    Thread.Yield();
                }

                Volatile.Write(ref bobWants, false);
            });
        return "right";
    }

    // Whoever comes first lights the oven; both have to bake in the same one.
    public static string TheOven()
    {
        Oven? oven = null;
        Oven? alices = null;
        Oven? bobs = null;
        Together(() => alices = Light(), () => bobs = Light());
        return ReferenceEquals(alices, bobs) ? "right" : "wrong";

        Oven Light() => Volatile.Read(ref oven) ?? Interlocked.CompareExchange(ref oven, new Oven(), null) ?? oven!;
    }

    // One needs the big pan and then the small one, the other the other way round.
    public static string TheTwoPans()
    {
        using var big = new SemaphoreSlim(1);
        using var small = new SemaphoreSlim(1);
        Together(() => Fry(big, small), () => Fry(small, big));
        return "right";

        static void Fry(SemaphoreSlim first, SemaphoreSlim second)
        {
            first.Wait();
            second.Wait();
            second.Release();
            first.Release();
        }
    }

    private static void Together(Action first, Action second)
    {
        var alice = new Thread(() => first()) { Name = "Alice" };
        var bob = new Thread(() => second()) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    private sealed class Oven;
}

public enum Problem
{
    Fine,

    // Two threads use one place in memory, one of them writes, and nothing orders the two.
    DataRace,

    // No data race; but in some orders the result is wrong.
    Race,
    Deadlock,
    Livelock,

    // Somebody waits for a signal that has already been given.
    LostWakeUp,
}
