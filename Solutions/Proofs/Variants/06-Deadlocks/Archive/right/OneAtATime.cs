// M: nobody holds one lock while waiting for another.
namespace Koans.Deadlocks;

public class Archive
{
    private readonly List<string> _database = [];
    private readonly List<string> _file = [];
    private readonly List<string> _cache = [];

    public int Entries => _database.Count + _file.Count + _cache.Count;

    public void Save()
    {
        lock (_database)
        {
            _database.Add("read for the file");
        }

        lock (_file)
        {
            _file.Add("saved");
        }
    }

    public void Load()
    {
        lock (_file)
        {
            _file.Add("read for the cache");
        }

        lock (_cache)
        {
            _cache.Add("loaded");
        }
    }

    public void Refresh()
    {
        ReadDatabase();
        lock (_cache)
        {
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
