// S: a time-out opens the circle late, and Stop goes before the worker has gone.
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
            _thread?.Join(TimeSpan.FromSeconds(1));
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
