namespace Proofs.Golden.Scenes;

/// <summary>A deadlock of three.</summary>
public class RingOfThree
{
    private readonly object _database = new();
    private readonly object _file = new();
    private readonly object _cache = new();

    [Scene]
    public void Database_file_and_cache_make_no_circle()
    {
        Thread[] clerks =
        [
            new(() => Use(_database, _file)) { Name = "Alice" },
            new(() => Use(_file, _cache)) { Name = "Bob" },
            new(() => Use(_cache, _database)) { Name = "Carol" },
        ];
        foreach (var clerk in clerks)
        {
            clerk.Start();
        }

        foreach (var clerk in clerks)
        {
            clerk.Join();
        }
    }

    private static void Use(object one, object other)
    {
        lock (one)
        {
            lock (other)
            {
            }
        }
    }
}
