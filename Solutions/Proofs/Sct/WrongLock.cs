using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>One holds a lock and expects to be alone with the number; the others change it under another lock.</summary>
internal sealed class WrongLock
{
    private readonly object _right = new();
    private readonly object _wrong = new();
    private int _number;

    public static string BuggyWithOne()
    {
        var it = new WrongLock();
        Crew.Together(it.Expect, () => it.AddUnder(it._wrong));
        return "fine";
    }

    public static string BuggyWithThree()
    {
        var it = new WrongLock();
        Crew.Together(it.Expect, () => it.AddUnder(it._wrong), () => it.AddUnder(it._wrong), () => it.AddUnder(it._wrong));
        return "fine";
    }

    public static string CorrectedWithOne()
    {
        var it = new WrongLock();
        Crew.Together(it.Expect, () => it.AddUnder(it._right));
        return "fine";
    }

    public static string CorrectedWithThree()
    {
        var it = new WrongLock();
        Crew.Together(it.Expect, () => it.AddUnder(it._right), () => it.AddUnder(it._right), () => it.AddUnder(it._right));
        return "fine";
    }

    private void Expect()
    {
        lock (_right)
        {
            var before = _number;
            _number++;
            Assert.That(_number == before + 1);
        }
    }

    private void AddUnder(object gate)
    {
        lock (gate) _number++;
    }
}
