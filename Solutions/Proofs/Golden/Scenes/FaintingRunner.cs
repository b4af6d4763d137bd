namespace Proofs.Golden.Scenes;

/// <summary>A thread stops for ever before it has told another one, which goes round meanwhile.</summary>
public class FaintingRunner
{
    private volatile bool _ready;
    private int _baton;

    [Scene(AnyThreadMayStop = true)]
    public void The_baton_is_handed_over()
    {
        var alice = new Thread(() =>
        {
            _baton = 1;
            _ready = true;
        })
        { Name = "Alice" };
        var bob = new Thread(() =>
        {
            while (!_ready)
            {
            }

            _baton = 2;
        })
        { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        _baton.Should().Be(2);
    }
}
