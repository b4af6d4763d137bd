// V: volatile makes reading and writing visible, and leaves the gap between them open.
namespace Koans.Races;

public class PlateCounter
{
    private volatile int _total;

    public int Total => _total;

    public void Add()
    {
        _total++;
    }
}
