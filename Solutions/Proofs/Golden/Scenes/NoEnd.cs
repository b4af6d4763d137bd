namespace Proofs.Golden.Scenes;

/// <summary>Inconclusive: a loop in which something changes in every round, and that has no end.</summary>
public class NoEnd
{
    private int _turns;

    [Scene]
    public void The_wheel_comes_to_rest()
    {
        var alice = new Thread(() =>
        {
            while (_turns >= 0)
            {
                _turns = (_turns + 1) % 1000;
            }
        })
        { Name = "Alice" };

        alice.Start();
        alice.Join();
    }
}
