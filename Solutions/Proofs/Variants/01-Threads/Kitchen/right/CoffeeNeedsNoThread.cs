// Who has nothing to do meanwhile needs no second thread.
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
        boil();
        pour();
    }
}
