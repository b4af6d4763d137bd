// D: a circle that turns the other way is a circle.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        var right = _forks[(seat + 1) % seats];
        lock (right)
        {
            lock (left)
            {
                eat();
            }
        }
    }
}
