namespace Proofs.Golden.Scenes;

/// <summary>Four threads, and a signal that wakes one who can do nothing with it.</summary>
public class OnePlaceOnThePass
{
    private readonly object _pass = new();
    private string? _dish;

    [Scene]
    public void Every_dish_is_served()
    {
        Thread[] staff =
        [
            new(Serve) { Name = "Alice" },
            new(Serve) { Name = "Bob" },
            new(() => Cook("soup")) { Name = "Carol" },
            new(() => Cook("pie")) { Name = "Dave" },
        ];
        foreach (var one in staff)
        {
            one.Start();
        }

        foreach (var one in staff)
        {
            one.Join();
        }
    }

    private void Cook(string dish)
    {
        lock (_pass)
        {
            while (_dish is not null)
            {
                Monitor.Wait(_pass);
            }

            _dish = dish;
            Monitor.Pulse(_pass);
        }
    }

    private void Serve()
    {
        lock (_pass)
        {
            while (_dish is null)
            {
                Monitor.Wait(_pass);
            }

            _dish = null;
            Monitor.Pulse(_pass);
        }
    }
}
