namespace Koans.Deadlocks;

// One pen and one notebook lie on the desk, and whoever writes a line needs both.
// Alice and Bob come when they like; each gets to write, and nobody waits for good.
public class Desk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write)
    {
        lock (_pen)
        {
            lock (_notebook)
            {
                write();
            }
        }
    }

    public void BobWrites(Action write)
    {
        lock (_notebook)
        {
            lock (_pen)
            {
                write();
            }
        }
    }
}
