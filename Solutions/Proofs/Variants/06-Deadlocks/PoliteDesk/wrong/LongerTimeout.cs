// S: a longer time-out reports later.
namespace Koans.Deadlocks;

public class PoliteDesk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_notebook, _pen, write);

    private static void Write(object first, object second, Action write)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            lock (first)
            {
                if (Monitor.TryEnter(second, TimeSpan.FromMinutes(10)))
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
        }
    }
}
