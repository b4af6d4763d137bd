// The kettle and the cook meet when the water boils.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        using var both = new CountdownEvent(1);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            boil();
            both.Signal();
        });
        setTable();
        both.Wait();
    }

    public void Coffee(Action boil, Action pour)
    {
        using var boils = new Barrier(2);
        var kettle = new Thread(() =>
        {
            boil();
            boils.SignalAndWait();
        })
        { Name = "the kettle" };
        kettle.Start();
        boils.SignalAndWait();
        pour();
        kettle.Join();
    }
}
