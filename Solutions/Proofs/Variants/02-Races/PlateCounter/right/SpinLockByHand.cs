// M: whoever finds 0 has put down 1, in one step.
namespace Koans.Races;

public class PlateCounter
{
    private int _busy;
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var spinner = new SpinWait();
        while (Interlocked.Exchange(ref _busy, 1) == 1)
        {
            spinner.SpinOnce();
        }

        _total++;
        Volatile.Write(ref _busy, 0);
    }
}
