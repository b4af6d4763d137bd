namespace Koans.Deadlocks;

// A worker does its jobs one by one, each under its lock, and goes home when they are done or when
// it is stopped. When Stop returns, the worker has gone home.
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
        }

        _thread?.Join();
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
