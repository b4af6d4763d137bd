using System.Collections.Concurrent;

namespace Proofs.Golden.Scenes;

/// <summary>Three tasks, a concurrent dictionary, and two calls where one was needed.</summary>
public class TwiceInTheBook
{
    private readonly ConcurrentDictionary<string, int> _guests = new();

    [Scene]
    public async Task Every_arrival_is_in_the_book()
    {
        await Task.WhenAll(Task.Run(AtTheFrontDoor), Task.Run(AtTheBackDoor), Task.Run(AtTheGarage));

        _guests["Smith"].Should().Be(3, "three of the family came");
    }

    private void AtTheFrontDoor() => Write("Smith");

    private void AtTheBackDoor() => Write("Smith");

    private void AtTheGarage() => Write("Smith");

    private void Write(string name)
    {
        if (_guests.TryGetValue(name, out var arrived))
        {
            _guests[name] = arrived + 1;
        }
        else
        {
            _guests[name] = 1;
        }
    }
}
