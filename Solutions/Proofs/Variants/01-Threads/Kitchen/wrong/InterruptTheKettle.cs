// The kettle is told to hurry up.
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
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        kettle.Interrupt();
        pour();
    }
}
