// A: every dish is a task that follows the dish before, and its cook waits for it.
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _gate = new();
    private readonly List<string> _done = [];
    private Task _last = Task.CompletedTask;

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_done)
            {
                return _done.ToArray();
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        Task mine;
        lock (_gate)
        {
            mine = _last = _last.ContinueWith(_ => Fry(dish, fry), TaskScheduler.Default);
        }

        mine.Wait();
    }

    private void Fry(string dish, Action fry)
    {
        fry();
        lock (_done)
        {
            _done.Add(dish);
        }
    }
}
