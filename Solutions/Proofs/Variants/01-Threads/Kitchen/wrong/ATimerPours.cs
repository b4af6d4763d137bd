// S: the timer rings when it is time, whether the water boils or not.
// refused by: Coffee_waits_for_the_water
namespace Koans.Threads;

public class Kitchen
{
    private Timer? _timer;

    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        setTable();
        kettle.Join();
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        _timer = new Timer(_ => pour(), null, 3500, Timeout.Infinite);
    }
}
