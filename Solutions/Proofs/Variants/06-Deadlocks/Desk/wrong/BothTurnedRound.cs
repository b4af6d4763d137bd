// Both have changed their order, and so have it the other way round again.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write)
    {
        lock (_notebook)
        {
            lock (_pen)
            {
                write();
            }
        }
    }

    public void BobWrites(Action write)
    {
        lock (_pen)
        {
            lock (_notebook)
            {
                write();
            }
        }
    }
}
