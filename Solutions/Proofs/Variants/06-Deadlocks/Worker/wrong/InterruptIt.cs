// The worker is interrupted, wherever it is, and does not come home.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(Work) { Name = "Worker" };
        _thread.Start();
    }

    public void Stop()
    {
        _thread?.Interrupt();
        _thread?.Join();
    }

    private void Work()
    {
        foreach (var job in jobs)
        {
            Thread.Sleep(1);
            job();
        }

        goHome();
    }
}
