// M: one lock for the desk; nobody holds one thing while waiting for another.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly Lock _desk = new();

    public void AliceWrites(Action write)
    {
        lock (_desk)
        {
            write();
        }
    }

    public void BobWrites(Action write)
    {
        lock (_desk)
        {
            write();
        }
    }
}
