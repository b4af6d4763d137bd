namespace Proofs.Golden.Scenes;

/// <summary>A deadlock without a circle: who holds the lock has ended.</summary>
public class NeverGivenBack
{
    private readonly object _pan = new();

    [Scene]
    public void The_pan_is_given_back()
    {
        var alice = new Thread(Fry) { Name = "Alice" };
        var bob = new Thread(Fry) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    private void Fry()
    {
        Monitor.Enter(_pan);
    }
}
