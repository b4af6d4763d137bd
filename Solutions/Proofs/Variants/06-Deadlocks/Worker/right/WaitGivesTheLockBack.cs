// M: Monitor.Wait lets go of the lock while Stop waits for the worker.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly object _gate = new();
    private Thread? _thread;
    private bool _stopping;
    private bool _gone;

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
            while (!_gone)
            {
                Monitor.Wait(_gate);
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
        lock (_gate)
        {
            _gone = true;
            Monitor.PulseAll(_gate);
        }
    }
}
