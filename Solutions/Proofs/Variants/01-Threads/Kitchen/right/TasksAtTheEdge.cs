// Async inside, and waited for at the edge.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable) => BreakfastAsync(boil, setTable).GetAwaiter().GetResult();

    public void Coffee(Action boil, Action pour) => CoffeeAsync(boil, pour).Wait();

    private static async Task BreakfastAsync(Action boil, Action setTable)
    {
        var water = Task.Run(boil);
        setTable();
        await water;
    }

    private static async Task CoffeeAsync(Action boil, Action pour)
    {
        await Task.Run(boil);
        pour();
    }
}
