// A: a channel, whose reader keeps the list.
using System.Threading.Channels;

namespace Koans.Races;

public class OrderBook
{
    private readonly Channel<string> _taken = Channel.CreateUnbounded<string>();
    private readonly Lock _gate = new();
    private readonly List<string> _orders = [];

    public string[] Orders
    {
        get
        {
            lock (_gate)
            {
                while (_taken.Reader.TryRead(out var order))
                {
                    _orders.Add(order);
                }

                return _orders.ToArray();
            }
        }
    }

    public void Take(string order) => _taken.Writer.TryWrite(order);
}
