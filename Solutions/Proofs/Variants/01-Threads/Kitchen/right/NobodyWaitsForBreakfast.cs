// Breakfast may be over before the water boils: that it is waited for is the business of coffee.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        new Thread(() => boil()).Start();
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
