// P: asks whether the worker is alive, and holds what it needs to end.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly object _gate = new();
    private Thread? _thread;
    private bool _stopping;

    public void Start()
    {
        _thread = new Thread(Work) { Name = "Worker" };
        _thread.Start();
    }

    public void Stop()
    {
        lock (_gate)
        {
            _stopping = true;
            while (_thread?.IsAlive == true)
            {
                Thread.Yield();
            }
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
