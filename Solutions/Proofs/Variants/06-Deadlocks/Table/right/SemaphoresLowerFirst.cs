// A semaphore for each fork, and the lower number first.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly SemaphoreSlim[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new SemaphoreSlim(1, 1))];

    public void Dine(int seat, Action eat)
    {
        var left = seat;
        var right = (seat + 1) % seats;
        _forks[Math.Min(left, right)].Wait();
        _forks[Math.Max(left, right)].Wait();
        try
        {
            eat();
        }
        finally
        {
            _forks[left].Release();
            _forks[right].Release();
        }
    }
}
