// The kettle says under a lock that the water boils, and the cook sleeps until it does.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle", IsBackground = true };
        kettle.Start();
        setTable();
    }

    public void Coffee(Action boil, Action pour)
    {
        var gate = new object();
        var boils = false;
        var kettle = new Thread(() =>
        {
            boil();
            lock (gate)
            {
                boils = true;
                Monitor.Pulse(gate);
            }
        })
        { Name = "the kettle" };
        kettle.Start();
        lock (gate)
        {
            while (!boils)
            {
                Monitor.Wait(gate);
            }
        }

        pour();
    }
}
