// D: lets go of the lock, takes it again and joins inside it.
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
        }

        lock (_gate)
        {
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
                    break;
                }

                job();
            }
        }

        goHome();
    }
}
