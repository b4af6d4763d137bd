// Async inside: Stop waits at the edge.
namespace Koans.Deadlocks;

public class Worker(Action[] jobs, Action goHome)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _home = new();
    private bool _stopping;

    public void Start() => _ = WorkAsync();

    public void Stop()
    {
        lock (_gate)
        {
            _stopping = true;
        }

        _home.Task.GetAwaiter().GetResult();
    }

    private async Task WorkAsync()
    {
        await Task.Yield();
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
        _home.SetResult();
    }
}
