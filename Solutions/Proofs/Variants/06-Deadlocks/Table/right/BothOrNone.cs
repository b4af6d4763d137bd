// M: takes both forks at once, under a monitor that is held for a moment only.
namespace Koans.Deadlocks;

public class Table(int seats)
{
    private readonly bool[] _taken = new bool[seats];

    public void Dine(int seat, Action eat)
    {
        var left = seat;
        var right = (seat + 1) % seats;
        lock (_taken)
        {
            while (_taken[left] || _taken[right])
            {
                Monitor.Wait(_taken);
            }

            _taken[left] = _taken[right] = true;
        }

        eat();
        lock (_taken)
        {
            _taken[left] = _taken[right] = false;
            Monitor.PulseAll(_taken);
        }
    }
}
