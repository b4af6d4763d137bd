// F: an array that nobody changes, replaced by a longer one or tried again.
namespace Koans.Races;

public class OrderBook
{
    private string[] _orders = [];

    public string[] Orders => _orders;

    public void Take(string order)
    {
        string[] seen;
        string[] longer;
        do
        {
            seen = _orders;
            longer = [.. seen, order];
        }
        while (Interlocked.CompareExchange(ref _orders, longer, seen) != seen);
    }
}
