// E: who cannot get the second fork leaves hungry.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        var right = _forks[(seat + 1) % seats];
        lock (left)
        {
            if (Monitor.TryEnter(right, TimeSpan.FromSeconds(1)))
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
    }
}
