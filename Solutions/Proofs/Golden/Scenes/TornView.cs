namespace Proofs.Golden.Scenes;

/// <summary>A wrong result: two fields that belong together are read while they are changed.</summary>
public class TornView
{
    private volatile int _balance;
    private volatile int _operations;

    [Scene]
    public void Balance_and_number_of_operations_agree()
    {
        var seen = (Balance: 0, Operations: 0);
        var alice = new Thread(() =>
        {
            _balance = 20;
            _operations = 1;
        })
        { Name = "Alice" };
        var bob = new Thread(() => seen = (_balance, _operations)) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        seen.Balance.Should().Be(20 * seen.Operations, "each operation put in 20");
    }
}
