namespace Koans.Background;

// The cook makes one dish after another, until the kitchen closes. Each dish is told by a token when it is time to stop.
// Stop lets the dish at hand be finished; when it returns, the cook has gone.
public class Cook
{
    private readonly CancellationTokenSource _closing = new();
    private Thread? _thread;

    public void Start(Action<CancellationToken> dish)
    {
        _thread = new Thread(() =>
        {
            while (!_closing.IsCancellationRequested)
            {
                dish(_closing.Token);
            }
        })
        { Name = "the cook" };
        _thread.Start();
    }

    public void Stop()
    {
        _closing.Cancel();
        _thread!.Join();
    }
}
