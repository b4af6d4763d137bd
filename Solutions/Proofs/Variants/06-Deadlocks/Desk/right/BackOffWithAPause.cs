// Who cannot get both puts the first one back, and each pauses for a time of its own.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, pause: 10, write);

    public void BobWrites(Action write) => Write(_notebook, _pen, pause: 15, write);

    private static void Write(object first, object second, int pause, Action write)
    {
        while (!TryWrite(first, second, write))
        {
            Thread.Sleep(pause);
        }
    }

    private static bool TryWrite(object first, object second, Action write)
    {
        lock (first)
        {
            if (!Monitor.TryEnter(second))
            {
                return false;
            }

            try
            {
                write();
                return true;
            }
            finally
            {
                Monitor.Exit(second);
            }
        }
    }
}
