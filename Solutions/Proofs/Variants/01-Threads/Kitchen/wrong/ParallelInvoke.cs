// Parallel.Invoke may do one after the other: it promises nothing about who works when.
// refused by: The_cook_sets_the_table_while_the_water_boils
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        Parallel.Invoke(boil, setTable);
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        kettle.Join();
        pour();
    }
}
