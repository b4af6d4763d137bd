// Waits for a signal that the second is free, and holds on to the first meanwhile.
namespace Koans.Deadlocks;

public class PoliteDesk
{
    private readonly SemaphoreSlim _pen = new(1, 1);
    private readonly SemaphoreSlim _notebook = new(1, 1);

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_notebook, _pen, write);

    private static void Write(SemaphoreSlim first, SemaphoreSlim second, Action write)
    {
        first.Wait();
        while (!second.Wait(TimeSpan.FromSeconds(1)))
        {
        }

        write();
        second.Release();
        first.Release();
    }
}
