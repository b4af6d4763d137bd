// P: asks again and again for the second and never lets go of the first.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_notebook, _pen, write);

    private static void Write(object first, object second, Action write)
    {
        lock (first)
        {
            while (!Monitor.TryEnter(second))
            {
                Thread.Yield();
            }

            try
            {
                write();
            }
            finally
            {
                Monitor.Exit(second);
            }
        }
    }
}
