// The water is put on in the background, and then once more by the cook.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var kettle = new Thread(() => boil()) { Name = "the kettle" };
        kettle.Start();
        setTable();
        boil();
        kettle.Join();
    }

    public void Coffee(Action boil, Action pour)
    {
        boil();
        pour();
    }
}
