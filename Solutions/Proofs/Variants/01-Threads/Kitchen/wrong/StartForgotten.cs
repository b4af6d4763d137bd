// A thread that is made and never started.
// refused by: The_cook_sets_the_table_while_the_water_boils
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil());
        setTable();
        if (kettle.IsAlive)
        {
            kettle.Join();
        }
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        kettle.Join();
        pour();
    }
}
