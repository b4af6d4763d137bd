// The kettle whistles, and the cook waits for the whistle.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        using var whistle = new CountdownEvent(1);
        new Thread(() =>
        {
            boil();
            whistle.Signal();
        }).Start();
        setTable();
        whistle.Wait();
    }

    public void Coffee(Action boil, Action pour)
    {
        using var whistle = new CountdownEvent(1);
        new Thread(() =>
        {
            boil();
            whistle.Signal();
        }).Start();
        whistle.Wait();
        pour();
    }
}
