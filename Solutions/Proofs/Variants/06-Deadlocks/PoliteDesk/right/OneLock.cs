// M: one lock for the desk.
namespace Koans.Deadlocks;

public class PoliteDesk
{
    private readonly object _desk = new();

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
