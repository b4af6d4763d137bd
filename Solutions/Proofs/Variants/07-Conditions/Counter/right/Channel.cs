// K: a channel with room for so many; a time-out cancels the waiting.
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
        using var end = new CancellationTokenSource(patience);
        while (!_dishes.Reader.TryRead(out dish))
        {
            try
            {
                _dishes.Reader.WaitToReadAsync(end.Token).AsTask().GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return true;
    }
}
