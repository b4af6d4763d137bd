// Z: one after the other, only the other way round.
// refused by: The_cook_sets_the_table_while_the_water_boils
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        setTable();
        boil();
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        kettle.Join();
        pour();
    }
}
