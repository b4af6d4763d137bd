// A waiter who has a place for each of them: then all may sit down, and each has one fork.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];
    private readonly SemaphoreSlim _places = new(seats);

    public void Dine(int seat, Action eat)
    {
        _places.Wait();
        lock (_forks[seat])
        {
            lock (_forks[(seat + 1) % seats])
            {
                eat();
            }
        }

        _places.Release();
    }
}
