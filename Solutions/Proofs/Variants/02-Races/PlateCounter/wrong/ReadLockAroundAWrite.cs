// A reader-writer lock lets all readers in together, and these readers write.
namespace Koans.Races;

public class PlateCounter
{
    private readonly ReaderWriterLockSlim _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        _gate.EnterReadLock();
        _total++;
        _gate.ExitReadLock();
    }
}
