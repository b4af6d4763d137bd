namespace Proofs.Golden.Scenes;

/// <summary>A wrong result: a SpinLock that is read-only is copied each time, and keeps nobody out.</summary>
public class OneBellForTwo
{
    private readonly SpinLock _bell = new(enableThreadOwnerTracking: false);
    private int _rings;

    [Scene]
    public void Every_ring_is_counted()
    {
        var alice = new Thread(Ring) { Name = "Alice" };
        var bob = new Thread(Ring) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        _rings.Should().Be(2, "Alice and Bob each ring once");
    }

    private void Ring()
    {
        var isTaken = false;
        _bell.Enter(ref isTaken);
        _rings++;
        _bell.Exit();
    }
}
