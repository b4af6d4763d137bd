// S: a pause between the forks makes the circle more likely.
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
            Thread.Sleep(10);
            lock (right)
            {
                eat();
            }
        }
    }
}
