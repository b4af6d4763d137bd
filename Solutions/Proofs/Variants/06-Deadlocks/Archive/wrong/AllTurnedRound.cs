// D: a circle that turns the other way is a circle.
namespace Koans.Deadlocks;

public class Archive
{
    private readonly List<string> _database = [];
    private readonly List<string> _file = [];
    private readonly List<string> _cache = [];

    public int Entries => _database.Count + _file.Count + _cache.Count;

    public void Save()
    {
        lock (_file)
        {
            lock (_database)
            {
                _database.Add("read for the file");
                _file.Add("saved");
            }
        }
    }

    public void Load()
    {
        lock (_cache)
        {
            lock (_file)
            {
                _file.Add("read for the cache");
                _cache.Add("loaded");
            }
        }
    }

    public void Refresh()
    {
        lock (_database)
        {
            lock (_cache)
            {
                _database.Add("read for the cache");
                _cache.Add("refreshed");
            }
        }
    }
}
