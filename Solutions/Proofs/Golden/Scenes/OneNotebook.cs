namespace Proofs.Golden.Scenes;

/// <summary>Two write into one object whose inside is not followed.</summary>
public class OneNotebook
{
    private readonly StringWriter _notes = new();

    [Scene]
    public void Every_order_is_noted_down()
    {
        var alice = new Thread(() => _notes.Write("soup ")) { Name = "Alice" };
        var bob = new Thread(() => _notes.Write("bread ")) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        _notes.ToString().Should().HaveLength(11, "both wrote down their order");
    }
}
