// Z: one at a time, also those who share no fork.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly int _seats = seats;
    private readonly object _table = new();

    public void Dine(int seat, Action eat)
    {
        lock (_table)
        {
            eat();
        }
    }
}
