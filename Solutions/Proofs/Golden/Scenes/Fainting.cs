namespace Proofs.Golden.Scenes;

/// <summary>A thread stops for ever with a lock in its hands, and another one needs the lock.</summary>
public class Fainting
{
    private readonly object _gate = new();
    private int _plates;

    [Scene(AnyThreadMayStop = true)]
    public void A_fainting_cook_stops_nobody()
    {
        var alice = new Thread(Add) { Name = "Alice" };
        var bob = new Thread(Add) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        _plates.Should().Be(2);
    }

    private void Add()
    {
        lock (_gate)
        {
            _plates++;
        }
    }
}
