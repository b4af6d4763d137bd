// M: both take the pen first, so no circle can close.
namespace Koans.Deadlocks;

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
        lock (_pen)
        {
            lock (_notebook)
            {
                write();
            }
        }
    }
}
