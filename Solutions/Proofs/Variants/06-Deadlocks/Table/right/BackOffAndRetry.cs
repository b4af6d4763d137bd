// M: puts the left fork back and tries again until both are there.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        var right = _forks[(seat + 1) % seats];
        while (true)
        {
            lock (left)
            {
                if (Monitor.TryEnter(right))
                {
                    try
                    {
                        eat();
                        return;
                    }
                    finally
                    {
                        Monitor.Exit(right);
                    }
                }
            }

            Thread.Yield();
        }
    }
}
