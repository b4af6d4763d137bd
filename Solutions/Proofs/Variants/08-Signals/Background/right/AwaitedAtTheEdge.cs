// A task that is awaited inside and waited for at the edge.
namespace Koans.Signals;

public class Background
{
    private readonly TaskCompletionSource _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Run(Action work) => RunAsync(work).GetAwaiter().GetResult();

    public void Signal() => _signal.TrySetResult();

    private async Task RunAsync(Action work)
    {
        await _signal.Task;
        work();
    }
}
