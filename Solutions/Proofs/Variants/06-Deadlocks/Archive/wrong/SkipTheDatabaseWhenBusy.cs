// E: who cannot get the database leaves it out.
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
            ReadDatabase();
            _cache.Add("refreshed");
        }
    }

    private void ReadDatabase()
    {
        if (Monitor.TryEnter(_database, TimeSpan.FromSeconds(1)))
        {
            try
            {
                _database.Add("read for the cache");
            }
            finally
            {
                Monitor.Exit(_database);
            }
        }
    }
}
