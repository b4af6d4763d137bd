namespace Proofs.Golden.Scenes;

/// <summary>A data race: a plain flag says that the data is there.</summary>
public class FlagAndData
{
    private int _price;
    private bool _isKnown;

    [Scene(ForbidDataRaces = true)]
    public void The_price_is_known_before_it_is_told()
    {
        var told = 7;
        var cook = new Thread(() =>
        {
            _price = 7;
            _isKnown = true;
        })
        { Name = "Cook" };
        var waiter = new Thread(() =>
        {
            if (_isKnown)
            {
                told = _price;
            }
        })
        { Name = "Waiter" };

        cook.Start();
        waiter.Start();
        cook.Join();
        waiter.Join();

        told.Should().Be(7, "that is the price");
    }
}
