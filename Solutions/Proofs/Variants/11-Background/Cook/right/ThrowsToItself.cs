// The token ends the loop by an exception, which its own thread catches.
namespace Koans.Background;

public class Cook
{
    private readonly CancellationTokenSource _closing = new();
    private Thread? _thread;

    public void Start(Action<CancellationToken> dish)
    {
        _thread = new Thread(() => Work(dish)) { Name = "the cook" };
        _thread.Start();
    }

    public void Stop()
    {
        _closing.Cancel();
        _thread!.Join();
    }

    private void Work(Action<CancellationToken> dish)
    {
        try
        {
            while (true)
            {
                _closing.Token.ThrowIfCancellationRequested();
                dish(_closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
