// I: a number that is set in one step, and a Join after it.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private Thread? _thread;
    private int _stopping;

    public void Start()
    {
        _thread = new Thread(Work) { Name = "Worker" };
        _thread.Start();
    }

    public void Stop()
    {
        Interlocked.Exchange(ref _stopping, 1);
        _thread?.Join();
    }

    private void Work()
    {
        foreach (var job in jobs)
        {
            if (Volatile.Read(ref _stopping) == 1)
            {
                break;
            }

            job();
        }

        goHome();
    }
}
