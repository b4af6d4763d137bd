namespace Proofs.Golden.Scenes;

/// <summary>An exception in an async method, thrown in some orders only, and what was printed before it.</summary>
public class ColdSoup
{
    private readonly List<string> _pot = [];

    [Scene]
    public async Task Soup_is_served_from_a_full_pot()
    {
        var cooked = CookAsync();
        var served = ServeAsync();

        await cooked;
        await served;
    }

    private async Task CookAsync()
    {
        await Task.Delay(100);
        _pot.Add("soup");
    }

    private async Task ServeAsync()
    {
        await Task.Delay(200);
        Console.WriteLine($"{_pot.Count} in the pot");
        if (_pot.Count == 0)
        {
            throw new InvalidOperationException("The pot is empty.");
        }

        _pot.RemoveAt(0);
    }
}
