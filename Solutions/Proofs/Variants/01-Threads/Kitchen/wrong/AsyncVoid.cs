// Whoever calls an async void goes on as soon as it awaits.
// refused by: Coffee_waits_for_the_water
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        setTable();
        kettle.Join();
    }

    public async void Coffee(Action boil, Action pour)
    {
        await Task.Run(boil);
        pour();
    }
}
