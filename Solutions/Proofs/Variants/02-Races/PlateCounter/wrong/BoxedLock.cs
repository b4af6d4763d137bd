// B: boxing a number makes a new object each time.
namespace Koans.Races;

public class PlateCounter
{
    private readonly int _gate = 1;
    private int _total;

    public int Total => _total;

    public void Add()
    {
        lock ((object)_gate)
        {
            _total++;
        }
    }
}
