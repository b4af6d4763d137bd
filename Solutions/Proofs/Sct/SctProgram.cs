namespace Proofs.Sct;

/// <summary>
/// A program with a known bug, and its twin without. The programs are those of SCTBench (Thomson, Donaldson and Betts,
/// "Concurrency testing using schedule bounding", PPoPP 2014) written anew in C#, those samples of jcstress that are about
/// orders and not about memory, and some classics.
/// </summary>
/// <param name="Name">Its name in the suite it comes from; a number behind it is its size.</param>
/// <param name="Preemptions">The least preemptions that the bug needs.</param>
/// <param name="Bug">The bug's outcome.</param>
/// <param name="Fine">The outcome when all is well.</param>
/// <param name="Buggy">The program.</param>
/// <param name="Corrected">Its twin.</param>
internal sealed record SctProgram(
    string Name, int Preemptions, string Bug, string Fine, Func<string> Buggy, Func<string> Corrected)
{
    private const string Deadlock = "deadlock";
    private const string Missed = "lost wake-up";

    /// <summary>Every order goes wrong.</summary>
    internal bool AlwaysFails { get; init; }

    /// <summary>Trying all orders of the program takes more time than a test should: for the benchmark.</summary>
    internal bool IsLong { get; init; }

    /// <summary>So does the proof of the twin.</summary>
    internal bool HasLongProof { get; init; }

    /// <summary>So does trying all orders in which nobody is preempted, which shows that the bug needs more.</summary>
    internal bool HasLongBound { get; init; }

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<SctProgram> All { get; } =
    [
        new("account", 0, Assert.Broken, "fine", Account.Buggy, Account.Corrected),
        new("bluetooth_driver", 1, Assert.Broken, "fine", BluetoothDriver.Buggy, BluetoothDriver.Corrected),
        new("carter01", 1, Deadlock, "fine", Carter.Buggy, Carter.Corrected),
        new("circular_buffer 3", 1, Assert.Broken, "fine", () => CircularBuffer.Buggy(3), () => CircularBuffer.Corrected(3)),
        new("circular_buffer 7", 1, Assert.Broken, "fine", () => CircularBuffer.Buggy(7), () => CircularBuffer.Corrected(7)),
        new("deadlock01", 1, Deadlock, "0", Sct.Deadlock.Buggy, Sct.Deadlock.Corrected),
        new("din_phil_2", 1, Deadlock, "fine", () => DiningPhilosophers.Buggy(2), () => DiningPhilosophers.Corrected(2)),
        new("din_phil_3", 1, Deadlock, "fine", () => DiningPhilosophers.Buggy(3), () => DiningPhilosophers.Corrected(3)),
        new("din_phil_4", 1, Deadlock, "fine", () => DiningPhilosophers.Buggy(4), () => DiningPhilosophers.Corrected(4)),
        new("din_phil_5", 1, Deadlock, "fine", () => DiningPhilosophers.Buggy(5), () => DiningPhilosophers.Corrected(5)) { HasLongBound = true },
        new("lazy01", 0, Assert.Broken, "fine", Lazy.Buggy, Lazy.Corrected),
        new("queue 3", 1, Assert.Broken, "fine", () => Queue.Buggy(3), () => Queue.Corrected(3)),
        new("queue 5", 1, Assert.Broken, "fine", () => Queue.Buggy(5), () => Queue.Corrected(5)),
        new("reorder_3", 1, Assert.Broken, "fine", () => Reorder.Buggy(3), () => Reorder.Corrected(3)),
        new("reorder_4", 1, Assert.Broken, "fine", () => Reorder.Buggy(4), () => Reorder.Corrected(4)),
        new("reorder_5", 1, Assert.Broken, "fine", () => Reorder.Buggy(5), () => Reorder.Corrected(5)) { IsLong = true },
        new("reorder_6", 1, Assert.Broken, "fine", () => Reorder.Buggy(6), () => Reorder.Corrected(6)) { IsLong = true },
        new("reorder_8", 1, Assert.Broken, "fine", () => Reorder.Buggy(8), () => Reorder.Corrected(8)) { IsLong = true, HasLongProof = true },
        new("reorder_10", 1, Assert.Broken, "fine", () => Reorder.Buggy(10), () => Reorder.Corrected(10)) { IsLong = true, HasLongProof = true },
        new("stack 3", 1, Assert.Broken, "fine", () => Stack.Buggy(3), () => Stack.Corrected(3)),
        new("stack 5", 1, Assert.Broken, "fine", () => Stack.Buggy(5), () => Stack.Corrected(5)),
        new("stack 10", 1, Assert.Broken, "fine", () => Stack.Buggy(10), () => Stack.Corrected(10)) { IsLong = true, HasLongProof = true },
        new("sync01", 0, "bug", "fine", Sync.Buggy, Sync.Corrected) { AlwaysFails = true },
        new("token_ring", 0, Assert.Broken, "fine", TokenRing.Buggy, TokenRing.Corrected),
        new("twostage", 1, Assert.Broken, "fine", TwoStage.Buggy, TwoStage.Corrected),
        new("wronglock 1+1", 1, Assert.Broken, "fine", WrongLock.BuggyWithOne, WrongLock.CorrectedWithOne),
        new("wronglock 1+3", 1, Assert.Broken, "fine", WrongLock.BuggyWithThree, WrongLock.CorrectedWithThree),
        new("bounded buffer", 0, Deadlock, "fine", () => BoundedBuffer.Buggy(2), () => BoundedBuffer.Corrected(2)),
        new("lost update", 1, Assert.Broken, "fine", LostUpdate.Buggy, LostUpdate.Corrected),
        new("lost wake-up", 1, Missed, "fine", LostWakeUp.Buggy, LostWakeUp.Corrected),
        new("if instead of while", 0, Assert.Broken, "fine", IfInsteadOfWhile.Buggy, IfInsteadOfWhile.Corrected),
        new("ring of 4 locks", 1, Deadlock, "fine", Ring.Buggy, Ring.Corrected),
        new("mutex: none", 1, Assert.Broken, "fine", MutualExclusion.Nobody, MutualExclusion.Lock),
        new("mutex: Dekker", 2, Assert.Broken, "fine", MutualExclusion.DekkerTooLate, MutualExclusion.Dekker),
        new("mutex: Peterson", 2, Assert.Broken, "fine", MutualExclusion.PetersonTooEarly, MutualExclusion.Peterson),
        new("mutex: compare-exchange", 2, Assert.Broken, "fine", MutualExclusion.LookThenTake, MutualExclusion.CompareExchange),
        new("publication", 1, Assert.Broken, "fine", Publication.Buggy, Publication.Corrected),
        new("double-checked locking", 1, "bug", "fine", DoubleCheckedLocking.Buggy, DoubleCheckedLocking.Corrected),
        new("read, modify, write", 1, "bug", "fine", RaceConditions.ReadModifyWrite, RaceConditions.ReadModifyWriteAtOnce),
        new("check, then react", 1, "bug", "fine", RaceConditions.CheckThenReact, RaceConditions.CheckAndReactAtOnce),
    ];
}
