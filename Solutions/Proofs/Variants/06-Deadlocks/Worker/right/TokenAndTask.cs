// A token says that it is over, and a task says that it has come home.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;

    public void Start() => _work = Task.Run(Work);

    public void Stop()
    {
        _stopping.Cancel();
        _work.Wait();
    }

    private void Work()
    {
        foreach (var job in jobs)
        {
            if (_stopping.IsCancellationRequested)
            {
                break;
            }

            job();
        }

        goHome();
    }
}
