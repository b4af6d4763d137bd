// M: the worker says that it has gone home, and Stop waits for that without the lock.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _gone = new(0);
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
        }

        _gone.Wait();
    }

    private void Work()
    {
        try
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
        finally
        {
            _gone.Release();
        }
    }
}
