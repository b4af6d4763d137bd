// N: everybody brings a pen, and both write on the same line.
namespace Koans.Deadlocks;

public class Desk
{
    public void AliceWrites(Action write)
    {
        lock (new object())
        {
            write();
        }
    }

    public void BobWrites(Action write)
    {
        lock (new object())
        {
            write();
        }
    }
}
