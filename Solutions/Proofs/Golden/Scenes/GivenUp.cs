namespace Proofs.Golden.Scenes;

/// <summary>A wrong result: who does not get the lock in time goes away.</summary>
public class GivenUp
{
    private readonly object _pen = new();

    [Scene]
    public void Both_get_to_write()
    {
        var lines = 0;
        void Write()
        {
            if (!Monitor.TryEnter(_pen, TimeSpan.FromSeconds(1)))
            {
                Console.WriteLine("another time, then");
                return;
            }

            lines++;
            Monitor.Exit(_pen);
        }

        var alice = new Thread(Write) { Name = "Alice" };
        var bob = new Thread(Write) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        lines.Should().Be(2, "nobody leaves without having written");
    }
}
