// M: the forks have an order, and everybody keeps to it.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = seat;
        var right = (seat + 1) % seats;
        lock (_forks[Math.Min(left, right)])
        {
            lock (_forks[Math.Max(left, right)])
            {
                eat();
            }
        }
    }
}
