namespace Proofs.Golden.Scenes;

/// <summary>An exception on a thread.</summary>
public class Stopped
{
    private readonly Queue<string> _lines = new(["one line"]);

    [Scene]
    public void Two_loggers_never_fight_over_the_last_line()
    {
        var alice = new Thread(Write) { Name = "Alice" };
        var bob = new Thread(Write) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    private void Write()
    {
        if (_lines.Count > 0)
        {
            _lines.Dequeue();
        }
    }
}
