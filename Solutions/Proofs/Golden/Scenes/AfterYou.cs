namespace Proofs.Golden.Scenes;

/// <summary>A livelock: each waits, wide awake, for the other to go first.</summary>
public class AfterYou
{
    private volatile bool _aliceWants;
    private volatile bool _bobWants;

    [Scene]
    public void Somebody_goes_through_the_door()
    {
        var alice = new Thread(() =>
        {
            _aliceWants = true;
            while (_bobWants)
            {
            }

            _aliceWants = false;
        })
        { Name = "Alice" };
        var bob = new Thread(() =>
        {
            _bobWants = true;
            while (_aliceWants)
            {
            }

            _bobWants = false;
        })
        { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }
}
