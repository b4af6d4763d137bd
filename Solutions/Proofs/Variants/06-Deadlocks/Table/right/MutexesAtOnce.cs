// WaitAll takes both forks, or waits with empty hands.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly Mutex[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new Mutex())];

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        var right = _forks[(seat + 1) % seats];
        WaitHandle.WaitAll([left, right]);
        try
        {
            eat();
        }
        finally
        {
            left.ReleaseMutex();
            right.ReleaseMutex();
        }
    }
}
