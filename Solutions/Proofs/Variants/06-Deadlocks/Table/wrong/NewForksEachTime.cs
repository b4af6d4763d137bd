// N: everybody brings two forks, and neighbours eat at once.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly int _seats = seats;

    public void Dine(int seat, Action eat)
    {
        lock (new object())
        {
            lock (new object())
            {
                eat();
            }
        }
    }
}
