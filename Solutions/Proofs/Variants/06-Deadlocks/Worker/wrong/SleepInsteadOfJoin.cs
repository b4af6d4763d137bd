// S: however long Stop sleeps, the worker may take longer.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private Thread? _thread;
    private volatile bool _stopping;

    public void Start()
    {
        _thread = new Thread(Work) { Name = "Worker" };
        _thread.Start();
    }

    public void Stop()
    {
        _stopping = true;
        Thread.Sleep(1000);
    }

    private void Work()
    {
        foreach (var job in jobs)
        {
            if (_stopping)
            {
                break;
            }

            job();
        }

        goHome();
    }
}
