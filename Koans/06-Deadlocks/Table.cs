namespace Koans.Deadlocks;

// A round table with one fork between every two seats; a philosopher needs the forks on both sides.
// Everyone gets to eat. Neighbours never eat at the same time; those who share no fork may.
public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = seat;
        var right = (seat + 1) % seats;
        lock (_forks[left])
        {
            lock (_forks[right])
            {
                eat();
            }
        }
    }
}
