// M: the scope of a Lock, by hand.
namespace Koans.Races;

public class PlateCounter
{
    private readonly Lock _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        using (_gate.EnterScope())
        {
            _total++;
        }
    }
}
