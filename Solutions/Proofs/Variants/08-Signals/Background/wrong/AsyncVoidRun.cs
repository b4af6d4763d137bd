// Run goes back at once, and the work is done some time later.
namespace Koans.Signals;

public class Background
{
    private readonly TaskCompletionSource _signal = new();

    public async void Run(Action work)
    {
        await _signal.Task;
        work();
    }

    public void Signal() => _signal.SetResult();
}
