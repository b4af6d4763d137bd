// A: one task owns the number, and is told through a channel.
using System.Threading.Channels;

namespace Koans.Races;

public class PlateCounter
{
    private readonly Channel<TaskCompletionSource<int>?> _orders = Channel.CreateUnbounded<TaskCompletionSource<int>?>();

    public PlateCounter() => _ = Own();

    public int Total
    {
        get
        {
            var answer = new TaskCompletionSource<int>();
            _orders.Writer.TryWrite(answer);
            return answer.Task.Result;
        }
    }

    public void Add() => _orders.Writer.TryWrite(null);

    private async Task Own()
    {
        var total = 0;
        await foreach (var order in _orders.Reader.ReadAllAsync())
        {
            if (order is null)
            {
                total++;
            }
            else
            {
                order.SetResult(total);
            }
        }
    }
}
