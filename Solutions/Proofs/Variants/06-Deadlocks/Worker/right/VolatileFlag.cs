// M: a flag needs no lock, and the Join comes after it.
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
        _thread?.Join();
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
