// A Join that may give up is tried until it does not.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        setTable();
        while (!kettle.Join(100))
        {
        }
    }

    public void Coffee(Action boil, Action pour)
    {
        Parallel.Invoke(boil);
        pour();
    }
}
