// The method returns a task now, and who calls it does not know.
// refused by: Coffee_waits_for_the_water
namespace Koans.Threads;

public class Kitchen
{
    public async Task Breakfast(Action boil, Action setTable)
    {
        var kettle = Task.Run(boil);
        setTable();
        await kettle;
    }

    public async Task Coffee(Action boil, Action pour)
    {
        await Task.Run(boil);
        pour();
    }
}
