// The coffee is what follows the water.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = Task.Run(boil);
        setTable();
        kettle.Wait();
    }

    public void Coffee(Action boil, Action pour)
    {
        Task.Run(boil).ContinueWith(_ => pour()).Wait();
    }
}
