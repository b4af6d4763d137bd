// M: both take the pen first, and nobody is ever refused.
namespace Koans.Deadlocks;

public class PoliteDesk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_pen, _notebook, write);

    private static void Write(object first, object second, Action write)
    {
        lock (first)
        {
            lock (second)
            {
                write();
            }
        }
    }
}
