// M: a spin lock makes one person at a time use the book.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private SpinLock _gate;

    public string[] Orders
    {
        get
        {
            var taken = false;
            try
            {
                _gate.Enter(ref taken);
                return _orders.ToArray();
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
