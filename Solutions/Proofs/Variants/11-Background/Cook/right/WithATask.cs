// A task in place of the thread.
namespace Koans.Background;

public class Cook
{
    private readonly CancellationTokenSource _closing = new();
    private Task? _work;

    public void Start(Action<CancellationToken> dish) => _work = Task.Run(() =>
    {
        while (!_closing.IsCancellationRequested)
        {
            dish(_closing.Token);
        }
    });

    public void Stop()
    {
        _closing.Cancel();
        _work!.Wait();
    }
}
