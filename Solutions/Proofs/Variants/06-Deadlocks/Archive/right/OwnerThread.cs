// A: one thread works on all three.
using System.Collections.Concurrent;

namespace Koans.Deadlocks;

public class Archive
{
    private readonly BlockingCollection<Action> _jobs = new();
    private readonly List<string> _database = [];
    private readonly List<string> _file = [];
    private readonly List<string> _cache = [];

    public int Entries => _database.Count + _file.Count + _cache.Count;

    public void Save()
    {
        Ask(() =>
        {
            _database.Add("read for the file");
            _file.Add("saved");
        });
    }

    public void Load()
    {
        Ask(() =>
        {
            _file.Add("read for the cache");
            _cache.Add("loaded");
        });
    }

    public void Refresh()
    {
        Ask(() =>
        {
            _database.Add("read for the cache");
            _cache.Add("refreshed");
        });
    }

    public Archive()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    private void Ask(Action work)
    {
        var answered = new SemaphoreSlim(0);
        _jobs.Add(() =>
        {
            work();
            answered.Release();
        });
        answered.Wait();
    }

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
