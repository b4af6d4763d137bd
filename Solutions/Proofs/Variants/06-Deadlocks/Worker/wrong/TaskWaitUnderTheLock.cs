// A task in place of the thread, and Stop still waits for it with the lock in hand.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly object _gate = new();
    private Task? _work;
    private bool _stopping;

    public void Start() => _work = Task.Run(Work);

    public void Stop()
    {
        lock (_gate)
        {
            _stopping = true;
            _work?.Wait();
        }
    }

    private void Work()
    {
        foreach (var job in jobs)
        {
            lock (_gate)
            {
                if (_stopping)
                {
                    break;
                }

                job();
            }
        }

        goHome();
    }
}
