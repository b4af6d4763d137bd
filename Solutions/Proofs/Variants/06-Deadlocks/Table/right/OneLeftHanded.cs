// M: one reaches to the other side first, and the circle is open.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        var right = _forks[(seat + 1) % seats];
        if (seat == 0)
        {
            (left, right) = (right, left);
        }

        lock (left)
        {
            lock (right)
            {
                eat();
            }
        }
    }
}
