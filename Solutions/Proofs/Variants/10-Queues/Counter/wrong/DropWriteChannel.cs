// A bounded channel that drops what does not fit, and says that it was written.
using System.Threading.Channels;

namespace Koans.Queues;

// Cooks put dishes on the counter, waiters take them, first come, first served.
// The counter has so many places. A cook who finds no place sleeps until a dish is taken; no dish is dropped.
public class Counter(int places)
{
    private readonly Channel<string> _dishes = Channel.CreateBounded<string>(new BoundedChannelOptions(places) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Put(string dish)
    {
        _dishes.Writer.TryWrite(dish);
    }

    public string Take() => _dishes.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
}
