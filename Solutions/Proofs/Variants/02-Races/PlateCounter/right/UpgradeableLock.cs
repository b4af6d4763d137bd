// M: only one thread at a time can hold the upgradeable side of a reader-writer lock.
namespace Koans.Races;

public class PlateCounter
{
    private readonly ReaderWriterLockSlim _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        _gate.EnterUpgradeableReadLock();
        _total++;
        _gate.ExitUpgradeableReadLock();
    }
}
