// Inline continuations: the work runs inside of Signal, one after the other.
namespace Koans.Signals;

public class Background
{
    private readonly TaskCompletionSource _signal = new();

    public void Run(Action work) => _signal.Task.ContinueWith(_ => work(), TaskContinuationOptions.ExecuteSynchronously).Wait();

    public void Signal() => _signal.SetResult();
}
