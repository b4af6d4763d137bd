// The loop is left after the dish.
namespace Koans.Background;

public class Cook
{
    private readonly CancellationTokenSource _closing = new();
    private Thread? _thread;

    public void Start(Action<CancellationToken> dish)
    {
        _thread = new Thread(() =>
        {
            do
            {
                dish(_closing.Token);
            }
            while (!_closing.Token.IsCancellationRequested);
        })
        { IsBackground = true };
        _thread.Start();
    }

    public void Stop()
    {
        _closing.Cancel();
        _thread!.Join();
    }
}
