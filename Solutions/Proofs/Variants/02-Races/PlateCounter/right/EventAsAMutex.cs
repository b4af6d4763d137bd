// M: an event that is set says that nobody is inside, and lets one in.
namespace Koans.Races;

public class PlateCounter
{
    private readonly AutoResetEvent _isFree = new(initialState: true);
    private int _total;

    public int Total => _total;

    public void Add()
    {
        _isFree.WaitOne();
        _total++;
        _isFree.Set();
    }
}
