namespace Proofs.Golden.Scenes;

/// <summary>Eight threads: more orders than can be tried, of which few go wrong, and one of these is found.</summary>
public class ManyHands
{
    private int _plates;
    private int _glasses;

    [Scene(Orders = 8_000)]
    public void Each_place_has_a_plate_and_a_glass()
    {
        var helpers = new Thread[7];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Lay) { Name = $"Helper {i + 1}" };
        }

        (int Plates, int Glasses) seen = default;
        var host = new Thread(() => seen = (_plates, _glasses)) { Name = "Host" };
        foreach (var helper in helpers)
        {
            helper.Start();
        }

        host.Start();
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        host.Join();
        seen.Glasses.Should().Be(seen.Plates, "a place is laid as a whole");
    }

    private void Lay()
    {
        _plates = 1;
        _glasses = 1;
    }
}
