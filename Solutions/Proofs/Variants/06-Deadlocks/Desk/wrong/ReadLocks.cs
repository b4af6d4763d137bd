// Reader-writer locks on their reading side: nobody waits, and both write.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly ReaderWriterLockSlim _pen = new();
    private readonly ReaderWriterLockSlim _notebook = new();

    public void AliceWrites(Action write)
    {
        _pen.EnterReadLock();
        _notebook.EnterReadLock();
        write();
        _notebook.ExitReadLock();
        _pen.ExitReadLock();
    }

    public void BobWrites(Action write)
    {
        _notebook.EnterReadLock();
        _pen.EnterReadLock();
        write();
        _pen.ExitReadLock();
        _notebook.ExitReadLock();
    }
}
