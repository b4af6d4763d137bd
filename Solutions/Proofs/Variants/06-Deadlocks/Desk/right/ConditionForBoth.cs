// A condition: both things are free. Who comes waits for that, and takes both at once.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _gate = new();
    private bool _penIsTaken;
    private bool _notebookIsTaken;

    public void AliceWrites(Action write) => Write(write);

    public void BobWrites(Action write) => Write(write);

    private void Write(Action write)
    {
        lock (_gate)
        {
            while (_penIsTaken || _notebookIsTaken)
            {
                Monitor.Wait(_gate);
            }

            _penIsTaken = _notebookIsTaken = true;
        }

        try
        {
            write();
        }
        finally
        {
            lock (_gate)
            {
                _penIsTaken = _notebookIsTaken = false;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
