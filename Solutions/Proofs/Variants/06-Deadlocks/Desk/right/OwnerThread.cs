// A: one thread has pen and notebook and writes for everybody.
using System.Collections.Concurrent;

namespace Koans.Deadlocks;

public class Desk
{
    private readonly BlockingCollection<Action> _jobs = new();

    public Desk()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    public void AliceWrites(Action write) => Ask(write);

    public void BobWrites(Action write) => Ask(write);

    private void Ask(Action write)
    {
        var answered = new SemaphoreSlim(0);
        _jobs.Add(() =>
        {
            write();
            answered.Release();
        });
        answered.Wait();
    }

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
