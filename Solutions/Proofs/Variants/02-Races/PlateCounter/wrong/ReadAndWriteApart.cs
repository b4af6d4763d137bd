// D: reading is under one lock and writing under another.
namespace Koans.Races;

public class PlateCounter
{
    private readonly object _reading = new();
    private readonly object _writing = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        int seen;
        lock (_reading)
        {
            seen = _total;
        }

        lock (_writing)
        {
            _total = seen + 1;
        }
    }
}
