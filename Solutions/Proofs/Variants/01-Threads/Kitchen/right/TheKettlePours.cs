// The thread that boils the water pours the coffee, and is waited for.
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
        var kettle = new Thread(() =>
        {
            boil();
            pour();
        });
        kettle.Start();
        kettle.Join();
    }
}
