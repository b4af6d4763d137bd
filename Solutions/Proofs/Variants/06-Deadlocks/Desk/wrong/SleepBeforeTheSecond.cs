// S: a pause between the two makes the circle more likely.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write)
    {
        lock (_pen)
        {
            Thread.Sleep(10);
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
