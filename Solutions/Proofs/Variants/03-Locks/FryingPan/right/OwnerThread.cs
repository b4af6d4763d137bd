// A: one thread owns the pan, and the cooks bring it their dishes.
using System.Collections.Concurrent;

namespace Koans.Locks;

public class FryingPan
{
    private readonly BlockingCollection<Action> _jobs = new();
    private volatile string[] _done = [];

    public FryingPan()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    public IReadOnlyList<string> Done => _done;

    public void Cook(string dish, Action fry)
    {
        Exception? burnt = null;
        var answered = new SemaphoreSlim(0);
        _jobs.Add(() =>
        {
            try
            {
                fry();
                _done = [.. _done, dish];
            }
            catch (Exception exception)
            {
                burnt = exception;
            }

            answered.Release();
        });
        answered.Wait();
        if (burnt is not null)
        {
            throw new InvalidOperationException("The dish burnt.", burnt);
        }
    }

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
