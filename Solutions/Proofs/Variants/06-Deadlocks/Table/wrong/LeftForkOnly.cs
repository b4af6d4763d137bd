// D: who takes one fork only eats together with the neighbour.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly object[] _forks = [.. Enumerable.Range(0, seats).Select(_ => new object())];

    public void Dine(int seat, Action eat)
    {
        var left = _forks[seat];
        lock (left)
        {
            eat();
        }
    }
}
