// Even seats take the left fork first, and odd ones the right.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = seat;
        var right = (seat + 1) % seats;
        var (first, second) = seat % 2 == 0 ? (left, right) : (right, left);
        lock (_forks[first])
        {
            lock (_forks[second])
            {
                eat();
            }
        }
    }
}
