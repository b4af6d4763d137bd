// The other way round: a helper sets the table while the cook sees to the water.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var helper = new Thread(() => setTable());
        helper.Start();
        boil();
        helper.Join();
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        kettle.Join();
        pour();
    }
}
