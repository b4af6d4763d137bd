using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// Mutual exclusion by hand, as in the samples of jcstress: two want to be alone in a room. Each algorithm has a twin in
/// which one thing is done in the other order, or in two steps instead of one.
/// </summary>
internal sealed class MutualExclusion
{
    private volatile bool _aliceWants, _bobWants;
    private volatile int _turn = 1;
    private int _taken;
    private int _inside;

    /// <summary>Both go in without asking.</summary>
    public static string Nobody()
    {
        var room = new MutualExclusion();
        return Run(room.Visit, room.Visit);
    }

    /// <summary>One lock, .NET's own.</summary>
    public static string Lock()
    {
        var room = new MutualExclusion();
        var gate = new object();
        void Visit()
        {
            lock (gate) room.Visit();
        }

        return Run(Visit, Visit);
    }

    /// <summary>Dekker's: say that you want to; while the other wants to as well, it is its turn that decides.</summary>
    public static string Dekker()
    {
        var room = new MutualExclusion();
        return Run(room.AliceByDekker, room.BobByDekker);
    }

    /// <summary>Dekker's, but each looks at the other before it says anything.</summary>
    public static string DekkerTooLate()
    {
        var room = new MutualExclusion();
        return Run(room.AliceTooLate, room.BobTooLate);
    }

    /// <summary>Peterson's: say that you want to, leave the turn to the other, and wait while it wants to and has it.</summary>
    public static string Peterson()
    {
        var room = new MutualExclusion();
        return Run(room.AliceByPeterson, room.BobByPeterson);
    }

    /// <summary>Peterson's, but the turn is left to the other before the own wish is known.</summary>
    public static string PetersonTooEarly()
    {
        var room = new MutualExclusion();
        return Run(room.AliceTooEarly, room.BobTooEarly);
    }

    /// <summary>A flag that is taken in one step.</summary>
    public static string CompareExchange()
    {
        var room = new MutualExclusion();
        return Run(room.VisitByCompareExchange, room.VisitByCompareExchange);
    }

    /// <summary>A flag that is looked at, and then taken.</summary>
    public static string LookThenTake()
    {
        var room = new MutualExclusion();
        return Run(room.VisitByLooking, room.VisitByLooking);
    }

    private static string Run(ThreadStart alice, ThreadStart bob)
    {
        Crew.Together(alice, bob);
        return "fine";
    }

    private void Visit()
    {
        var inside = ++_inside;
        Assert.That(inside == 1 && _inside == 1);
        _inside = 0;
    }

    private void AliceByDekker()
    {
        _aliceWants = true;
        while (_bobWants)
        {
            if (_turn == 1) continue;
            _aliceWants = false;
            while (_turn != 1)
            {
            }

            _aliceWants = true;
        }

        Visit();
        _turn = 2;
        _aliceWants = false;
    }

    private void BobByDekker()
    {
        _bobWants = true;
        while (_aliceWants)
        {
            if (_turn == 2) continue;
            _bobWants = false;
            while (_turn != 2)
            {
            }

            _bobWants = true;
        }

        Visit();
        _turn = 1;
        _bobWants = false;
    }

    private void AliceTooLate()
    {
        while (_bobWants)
        {
        }

        _aliceWants = true;
        Visit();
        _aliceWants = false;
    }

    private void BobTooLate()
    {
        while (_aliceWants)
        {
        }

        _bobWants = true;
        Visit();
        _bobWants = false;
    }

    private void AliceByPeterson()
    {
        _aliceWants = true;
        _turn = 2;
        AliceGoesInAfterPeterson();
    }

    private void BobByPeterson()
    {
        _bobWants = true;
        _turn = 1;
        BobGoesInAfterPeterson();
    }

    private void AliceTooEarly()
    {
        _turn = 2;
        _aliceWants = true;
        AliceGoesInAfterPeterson();
    }

    private void BobTooEarly()
    {
        _turn = 1;
        _bobWants = true;
        BobGoesInAfterPeterson();
    }

    private void AliceGoesInAfterPeterson()
    {
        while (_bobWants && _turn == 2)
        {
        }

        Visit();
        _aliceWants = false;
    }

    private void BobGoesInAfterPeterson()
    {
        while (_aliceWants && _turn == 1)
        {
        }

        Visit();
        _bobWants = false;
    }

    private void VisitByCompareExchange()
    {
        while (Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
        {
        }

        Visit();
        Volatile.Write(ref _taken, 0);
    }

    private void VisitByLooking()
    {
        while (Volatile.Read(ref _taken) != 0)
        {
        }

        Volatile.Write(ref _taken, 1);
        Visit();
        Volatile.Write(ref _taken, 0);
    }
}
