// A bounded channel that makes the cook wait.
using System.Threading.Channels;

namespace Koans.Queues;

// Cooks put dishes on the counter, waiters take them, first come, first served.
// The counter has so many places. A cook who finds no place sleeps until a dish is taken; no dish is dropped.
public class Counter(int places)
{
    private readonly Channel<string> _dishes = Channel.CreateBounded<string>(places);

    public void Put(string dish)
    {
        _dishes.Writer.WriteAsync(dish).AsTask().GetAwaiter().GetResult();
    }

    public string Take() => _dishes.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
}
