// M: a spin lock makes one waiter write at a time.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private SpinLock _gate;

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            _orders.Add(order);
        }
        finally
        {
            if (taken)
            {
                _gate.Exit();
            }
        }
    }
}
