// D: the third still takes other locks.
namespace Koans.Deadlocks;

public class Archive
{
    private readonly object _gate = new();
    private readonly List<string> _database = [];
    private readonly List<string> _file = [];
    private readonly List<string> _cache = [];

    public int Entries => _database.Count + _file.Count + _cache.Count;

    public void Save()
    {
        lock (_gate)
        {
            _database.Add("read for the file");
            _file.Add("saved");
        }
    }

    public void Load()
    {
        lock (_gate)
        {
            _file.Add("read for the cache");
            _cache.Add("loaded");
        }
    }

    public void Refresh()
    {
        lock (_cache)
        {
            ReadDatabase();
            _cache.Add("refreshed");
        }
    }

    private void ReadDatabase()
    {
        lock (_database)
        {
            _database.Add("read for the cache");
        }
    }
}
