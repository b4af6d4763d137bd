// K: a channel; the chef has nothing else to do and waits for its task.
using System.Threading.Channels;

namespace Koans.Conditions;

public class Pass
{
    private readonly Channel<string> _dishes = Channel.CreateUnbounded<string>();

    public void Prepare(string dish)
    {
        _dishes.Writer.TryWrite(dish);
    }

    public string TakeDish()
    {
        return _dishes.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
    }
}
