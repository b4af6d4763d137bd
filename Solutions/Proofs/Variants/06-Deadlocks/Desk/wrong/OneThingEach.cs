// D: Alice takes the pen only and Bob the notebook only.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly object _pen = new();
    private readonly object _notebook = new();

    public void AliceWrites(Action write)
    {
        lock (_pen)
        {
            write();
        }
    }

    public void BobWrites(Action write)
    {
        lock (_notebook)
        {
            write();
        }
    }
}
