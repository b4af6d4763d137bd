using System.Threading.Channels;

namespace Proofs.Golden.Scenes;

/// <summary>A channel that drops what does not fit.</summary>
public class DroppedOrder
{
    private readonly Channel<int> _orders = Channel.CreateBounded<int>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private int _cooked;

    [Scene]
    public async Task Every_order_is_cooked()
    {
        await Task.WhenAll(Task.Run(TakeOrders), Task.Run(Cook));

        _cooked.Should().Be(2);
    }

    private void TakeOrders()
    {
        _orders.Writer.TryWrite(7);
        _orders.Writer.TryWrite(8);
        _orders.Writer.Complete();
    }

    private async Task Cook()
    {
        while (await _orders.Reader.WaitToReadAsync())
        {
            if (_orders.Reader.TryRead(out _))
            {
                _cooked++;
            }
        }
    }
}
