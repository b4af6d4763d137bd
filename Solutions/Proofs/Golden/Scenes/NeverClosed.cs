using System.Threading.Channels;

namespace Proofs.Golden.Scenes;

/// <summary>A deadlock at a channel that nobody closes.</summary>
public class NeverClosed
{
    private readonly Channel<int> _orders = Channel.CreateUnbounded<int>();

    [Scene]
    public async Task All_orders_are_cooked()
    {
        await Task.WhenAll(Task.Run(TakeOrders), Task.Run(Cook));
    }

    private async Task TakeOrders()
    {
        await _orders.Writer.WriteAsync(7);
        await _orders.Writer.WriteAsync(8);
    }

    private async Task Cook()
    {
        while (await _orders.Reader.WaitToReadAsync())
        {
            _orders.Reader.TryRead(out _);
        }
    }
}
