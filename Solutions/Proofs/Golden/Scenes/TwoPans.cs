namespace Proofs.Golden.Scenes;

/// <summary>A wrong result under locks: each thread holds another object that has been in the field.</summary>
public class TwoPans
{
    private object? _pan;
    private int _fried;

    [Scene]
    public void One_dish_at_a_time()
    {
        var alice = new Thread(Fry) { Name = "Alice" };
        var bob = new Thread(Fry) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        _fried.Should().Be(2, "two dishes were in the pan");
    }

    private void Fry()
    {
        var pan = _pan ??= new object();
        lock (pan)
        {
            _fried++;
        }
    }
}
