// The pool lends a thread, and Wait waits for it.
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
        Task.Run(boil).Wait();
        pour();
    }
}
