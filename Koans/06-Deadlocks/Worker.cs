namespace Koans.Deadlocks;

// A worker does its jobs one by one, each under its lock, until they are done or it is stopped.
// When Stop returns, the worker has gone home: no job runs any more.
public class Worker(Action[] jobs)
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
            _thread?.Join();
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
                    return;
                }

                job();
            }
        }
    }
}
