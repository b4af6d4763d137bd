// K: collections made for many hands, and no locks at all.
using System.Collections.Concurrent;

namespace Koans.Deadlocks;

public class Archive
{
    private readonly ConcurrentBag<string> _database = [];
    private readonly ConcurrentBag<string> _file = [];
    private readonly ConcurrentBag<string> _cache = [];

    public int Entries => _database.Count + _file.Count + _cache.Count;

    public void Save()
    {
        _database.Add("read for the file");
        _file.Add("saved");
    }

    public void Load()
    {
        _file.Add("read for the cache");
        _cache.Add("loaded");
    }

    public void Refresh()
    {
        _database.Add("read for the cache");
        _cache.Add("refreshed");
    }
}
