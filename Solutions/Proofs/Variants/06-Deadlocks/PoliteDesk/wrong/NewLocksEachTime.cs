// N: nobody is ever refused, and both write on the same line.
namespace Koans.Deadlocks;

public class PoliteDesk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write) => Write(_pen, _notebook, write);

    public void BobWrites(Action write) => Write(_notebook, _pen, write);

    private static void Write(object _, object __, Action write)
    {
        lock (new object())
        {
            write();
        }
    }
}
