// P: looks at the kettle every now and then, and so a little late.
// refused by: Coffee_waits_for_the_water
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        setTable();
        kettle.Join();
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(() => boil());
        kettle.Start();
        while (kettle.IsAlive)
        {
            Thread.Sleep(10);
        }

        pour();
    }
}
