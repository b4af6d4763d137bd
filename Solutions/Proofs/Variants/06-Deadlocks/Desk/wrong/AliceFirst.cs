// Z: Bob writes when Alice has written. When she does not come, he waits for good.
namespace Koans.Deadlocks;

public class Desk
{
    private readonly ManualResetEventSlim _aliceIsDone = new();

    public void AliceWrites(Action write)
    {
        write();
        _aliceIsDone.Set();
    }

    public void BobWrites(Action write)
    {
        _aliceIsDone.Wait();
        write();
    }
}
