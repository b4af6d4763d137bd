// An event says that the worker goes home, a moment before it does.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly ManualResetEventSlim _isHome = new();
    private volatile bool _stopping;

    public void Start() => new Thread(Work) { Name = "Worker" }.Start();

    public void Stop()
    {
        _stopping = true;
        _isHome.Wait();
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

        _isHome.Set();
        goHome();
    }
}
