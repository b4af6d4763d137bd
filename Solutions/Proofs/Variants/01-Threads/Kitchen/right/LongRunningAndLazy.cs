// A task with a thread of its own for the water, and a value that is there when the water boils.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var water = Task.Factory.StartNew(boil, TaskCreationOptions.LongRunning);
        setTable();
        Task.WaitAll(water);
    }

    public void Coffee(Action boil, Action pour)
    {
        var water = new Lazy<bool>(() =>
        {
            boil();
            return true;
        });
        var kettle = new Thread(() => _ = water.Value) { Name = "the kettle" };
        kettle.Start();
        if (water.Value)
        {
            pour();
        }

        kettle.Join();
    }
}
