// M: one at a time comes to the desk, and takes the things in any order there.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _door = new();
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write)
    {
        lock (_door)
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

    public void BobWrites(Action write)
    {
        lock (_door)
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
}
