namespace Proofs.Golden.Scenes;

/// <summary>A wrong result with a file: both read it before either has written it.</summary>
public class TwoSheets
{
    [Scene]
    public void Every_order_is_on_the_sheet()
    {
        File.WriteAllText("orders.txt", "");
        var alice = new Thread(() => Write("soup")) { Name = "Alice" };
        var bob = new Thread(() => Write("cake")) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        File.ReadAllLines("orders.txt").Should().HaveCount(2, "each of the two has written one");
    }

    private static void Write(string order)
    {
        var sheet = File.ReadAllText("orders.txt");
        File.WriteAllText("orders.txt", sheet + order + "\n");
    }
}
