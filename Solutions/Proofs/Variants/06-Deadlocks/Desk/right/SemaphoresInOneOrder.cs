// M: two semaphores, taken in one order.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly SemaphoreSlim _pen = new(1, 1);
    private readonly SemaphoreSlim _notebook = new(1, 1);

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_pen, _notebook, write);

    private static void Write(SemaphoreSlim first, SemaphoreSlim second, Action write)
    {
        first.Wait();
        try
        {
            second.Wait();
            try
            {
                write();
            }
            finally
            {
                second.Release();
            }
        }
        finally
        {
            first.Release();
        }
    }
}
