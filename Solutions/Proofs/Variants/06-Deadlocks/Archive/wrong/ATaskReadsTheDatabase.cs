// Another thread reads the database, and is waited for with the cache in hand.
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
            lock (_file)
            {
                _database.Add("read for the file");
                _file.Add("saved");
            }
        }
    }

    public void Load()
    {
        lock (_file)
        {
            lock (_cache)
            {
                _file.Add("read for the cache");
                _cache.Add("loaded");
            }
        }
    }

    public void Refresh()
    {
        lock (_cache)
        {
            Task.Run(ReadDatabase).Wait();
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
