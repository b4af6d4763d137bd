// An endless delay that the signal cancels.
namespace Koans.Signals;

public class Background
{
    private readonly CancellationTokenSource _signal = new();

    public void Run(Action work)
    {
        try
        {
            Task.Delay(Timeout.Infinite, _signal.Token).Wait();
        }
        catch (AggregateException)
        {
        }

        work();
    }

    public void Signal() => _signal.Cancel();
}
