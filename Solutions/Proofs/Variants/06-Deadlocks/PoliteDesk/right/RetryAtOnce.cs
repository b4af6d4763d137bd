// M: asks without waiting, steps aside and tries again.
namespace Koans.Deadlocks;

public class PoliteDesk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_notebook, _pen, write);

    private static void Write(object first, object second, Action write)
    {
        while (true)
        {
            lock (first)
            {
                if (Monitor.TryEnter(second))
                {
                    try
                    {
                        write();
                        return;
                    }
                    finally
                    {
                        Monitor.Exit(second);
                    }
                }
            }

            Thread.Sleep(1);
        }
    }
}
