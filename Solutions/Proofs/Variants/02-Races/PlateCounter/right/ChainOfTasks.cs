// A queue of tasks: everybody waits for the one before, whoever that is.
namespace Koans.Races;

public class PlateCounter
{
    private Task _last = Task.CompletedTask;
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var mine = new TaskCompletionSource();
        Interlocked.Exchange(ref _last, mine.Task).Wait();
        _total++;
        mine.SetResult();
    }
}
