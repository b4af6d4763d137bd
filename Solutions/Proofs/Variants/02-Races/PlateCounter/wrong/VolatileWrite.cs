// V: Volatile.Read and Volatile.Write are two steps.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        Volatile.Write(ref _total, Volatile.Read(ref _total) + 1);
    }
}
