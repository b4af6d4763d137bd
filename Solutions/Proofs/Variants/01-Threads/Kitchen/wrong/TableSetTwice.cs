// A helper sets the table, and the cook does it again.
namespace Koans.Threads;

public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        var helper = new Thread(() => setTable()) { Name = "the helper" };
        helper.Start();
        boil();
        helper.Join();
        setTable();
    }

    public void Coffee(Action boil, Action pour)
    {
        boil();
        pour();
    }
}
