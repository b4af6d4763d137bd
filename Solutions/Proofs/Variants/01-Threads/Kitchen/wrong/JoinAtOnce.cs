// Z: a thread that is joined at once is a slow way to call a method.
// refused by: The_cook_sets_the_table_while_the_water_boils
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil());
        kettle.Start();
        kettle.Join();
        setTable();
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        kettle.Join();
        pour();
    }
}
