// The dish is told, the loop is not: the next dish is begun.
// refused by: Stopping_is_asking_not_killing
namespace Koans.Background;

public class Cook
{
    private readonly CancellationTokenSource _closing = new();
    private Thread? _thread;

    public void Start(Action<CancellationToken> dish)
    {
        _thread = new Thread(() =>
        {
            while (true)
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
