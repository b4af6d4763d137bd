// The pool writes, and nobody waits for it.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _desk = new();

    public void AliceWrites(Action write) => Task.Run(() => Write(write));

    public void BobWrites(Action write) => Task.Run(() => Write(write));

    private void Write(Action write)
    {
        lock (_desk)
        {
            write();
        }
    }
}
