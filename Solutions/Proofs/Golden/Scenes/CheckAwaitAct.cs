namespace Proofs.Golden.Scenes;

/// <summary>A decision that is out of date after an await.</summary>
public class CheckAwaitAct
{
    private int _seats = 1;

    [Scene]
    public async Task The_last_seat_is_sold_once()
    {
        await Task.WhenAll(Task.Run(SellAtTheDesk), Task.Run(SellByPhone));

        _seats.Should().Be(0, "there was one seat");
    }

    private async Task SellAtTheDesk()
    {
        if (_seats > 0)
        {
            await Task.Delay(20);
            _seats--;
        }
    }

    private async Task SellByPhone()
    {
        if (_seats > 0)
        {
            await Task.Delay(30);
            _seats--;
        }
    }
}
