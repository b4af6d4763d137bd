// A bounded channel, and a token for the patience.
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Koans.Conditions;

public class Counter(int capacity)
{
    private readonly Channel<string> _dishes = Channel.CreateBounded<string>(capacity);

    public void Put(string dish) => _dishes.Writer.WriteAsync(dish).AsTask().Wait();

    public string Take() => _dishes.Reader.ReadAsync().AsTask().Result;

    public bool TryTake(TimeSpan patience, [NotNullWhen(true)] out string? dish)
    {
        using var timeIsUp = new CancellationTokenSource(patience);
        if (_dishes.Reader.TryRead(out dish))
        {
            return true;
        }

        try
        {
            dish = _dishes.Reader.ReadAsync(timeIsUp.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
