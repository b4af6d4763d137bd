// S: a pause before the first does not keep Bob from coming at the wrong moment.
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
        Thread.Sleep(100);
        lock (_notebook)
        {
            lock (_pen)
            {
                write();
            }
        }
    }
}
