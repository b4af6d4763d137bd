// I: a list of nodes, whose head is swapped by hand.
namespace Koans.Races;

public class OrderBook
{
    private Node? _last;

    public string[] Orders
    {
        get
        {
            var orders = new List<string>();
            for (var node = Volatile.Read(ref _last); node is not null; node = node.Before)
            {
                orders.Add(node.Order);
            }

            return [.. orders];
        }
    }

    public void Take(string order)
    {
        Node? seen;
        do
        {
            seen = Volatile.Read(ref _last);
        }
        while (Interlocked.CompareExchange(ref _last, new Node(order, seen), seen) != seen);
    }

    private sealed record Node(string Order, Node? Before);
}
