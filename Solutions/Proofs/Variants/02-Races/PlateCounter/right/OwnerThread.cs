// A: one thread owns the number, and all others send it what to do.
using System.Collections.Concurrent;

namespace Koans.Races;

public class PlateCounter
{
    private readonly BlockingCollection<Action> _jobs = new();
    private int _total;

    public PlateCounter()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    public int Total
    {
        get
        {
            var answer = 0;
            var answered = new SemaphoreSlim(0);
            _jobs.Add(() =>
            {
                answer = _total;
                answered.Release();
            });
            answered.Wait();
            return answer;
        }
    }

    public void Add() => _jobs.Add(() => _total++);

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
