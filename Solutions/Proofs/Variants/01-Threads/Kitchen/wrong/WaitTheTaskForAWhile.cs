// S: a Wait with a time-out says whether the water boils, and nobody listens.
// refused by: Coffee_waits_for_the_water
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        setTable();
        kettle.Join();
    }

    public void Coffee(Action boil, Action pour)
    {
        Task.Run(boil).Wait(millisecondsTimeout: 3500);
        pour();
    }
}
