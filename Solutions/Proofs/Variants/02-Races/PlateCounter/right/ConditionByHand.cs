// M: a flag under a monitor: whoever comes waits until nobody counts.
namespace Koans.Races;

public class PlateCounter
{
    private readonly object _gate = new();
    private bool _counting;
    private int _total;

    public int Total => _total;

    public void Add()
    {
        lock (_gate)
        {
            while (_counting)
            {
                Monitor.Wait(_gate);
            }

            _counting = true;
        }

        _total++;

        lock (_gate)
        {
            _counting = false;
            Monitor.Pulse(_gate);
        }
    }
}
