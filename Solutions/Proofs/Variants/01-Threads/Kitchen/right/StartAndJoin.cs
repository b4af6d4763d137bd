// Two threads, and a Join on every way out.
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
        kettle.Join();
        pour();
    }
}
