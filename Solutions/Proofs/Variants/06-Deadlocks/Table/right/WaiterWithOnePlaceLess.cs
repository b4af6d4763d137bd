// M: a waiter seats all but one, so somebody can always get both forks.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];
    private readonly SemaphoreSlim _waiter = new(seats - 1);

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        var right = _forks[(seat + 1) % seats];
        _waiter.Wait();
        try
        {
            lock (left)
            {
                lock (right)
                {
                    eat();
                }
            }
        }
        finally
        {
            _waiter.Release();
        }
    }
}
