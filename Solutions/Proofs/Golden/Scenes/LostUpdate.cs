namespace Proofs.Golden.Scenes;

/// <summary>A wrong result: an update is lost.</summary>
public class LostUpdate
{
    private int _total;

    [Scene]
    public void Two_cooks_count_every_plate()
    {
        var alice = new Thread(Add) { Name = "Alice" };
        var bob = new Thread(Add) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        _total.Should().Be(2, "Alice and Bob each put down one plate");
    }

    private void Add()
    {
        _total++;
    }
}
