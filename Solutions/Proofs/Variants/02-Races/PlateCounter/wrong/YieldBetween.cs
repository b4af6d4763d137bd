// S: standing back between reading and writing makes the gap wider.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var seen = _total;
        Thread.Yield();
        _total = seen + 1;
    }
}
