// M: two mutexes, taken in one order.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly Mutex _pen = new();
    private readonly Mutex _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_pen, _notebook, write);

    private static void Write(Mutex first, Mutex second, Action write)
    {
        first.WaitOne();
        try
        {
            second.WaitOne();
            try
            {
                write();
            }
            finally
            {
                second.ReleaseMutex();
            }
        }
        finally
        {
            first.ReleaseMutex();
        }
    }
}
