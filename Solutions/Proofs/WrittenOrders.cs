using Sensei.Records;

namespace Proofs;

/// <summary>Orders in words: which can be followed, what comes of them, and what is said of those that cannot.</summary>
public class WrittenOrders
{
    [Theory]
    [InlineData("2", "Alice to the end", "Bob to the end")]
    [InlineData("1", "Alice reads", "Bob reads", "Alice writes", "Bob writes")]
    [InlineData("1", "Alice", "Bob", "Alice", "Bob")]
    [InlineData("2", "bob READS total", "Bob writes total")]
    [InlineData("2")]
    [InlineData("1", "Alice reads", "Bob to the end")]
    [InlineData("0", "main reads")]
    [InlineData("1", "Alice to the end", "main reads")]
    public void Is_followed_to_the_letter(string outcome, params string[] order)
    {
        var main = order.Any(entry => entry.StartsWith("main", StringComparison.Ordinal));

        var followed = Explore.Follow(main ? LookedAt : Joined, order);

        followed.Fault.Should().BeNull();
        followed.Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("Entry 1 of the order is \"Carol\", but nobody has that name. There are Alice and Bob.", "Carol")]
    [InlineData("Entry 1 of the order is \"Al\", but nobody has that name. There are Alice and Bob.", "Al")]
    [InlineData("Entry 3 of the order is \"Alice\", but Alice has nothing more to do by then.", "Alice reads", "Alice writes", "Alice")]
    [InlineData("Entry 2 of the order is \"Bob writes\", but what Bob does there is another thing: reads total: 0.", "Alice", "Bob writes", "Bob")]
    [InlineData("Entry 3 of the order is \"Bob\", but by then everybody has come to the end.", "Alice to the end", "Bob to the end", "Bob")]
    [InlineData("Entry 1 of the order is \"Alice jumps\", but after a name comes nothing, a word like reads, writes, takes or gives, \"until line 12\", or \"to the end\".", "Alice jumps")]
    public void What_cannot_be_followed_is_said(string fault, params string[] order)
    {
        Explore.Follow(Joined, order).Fault.Should().Be(fault);
    }

    [Fact]
    public void A_deadlock_can_be_reached_and_a_closed_door_cannot_be_passed()
    {
        var reached = Explore.Follow(PenAndNotebook, ["Alice takes", "Bob takes"]);
        var closed = Explore.Follow(PenAndNotebook, ["Alice takes", "Bob takes", "Alice takes"]);
        var avoided = Explore.Follow(PenAndNotebook, ["Alice to the end", "Bob to the end"]);

        reached.Fault.Should().BeNull();
        reached.Outcome.Should().Be("deadlock");
        reached.Record.Ending.Should().BeOfType<Deadlock>();
        closed.Fault.Should().BeNull("where nobody can move any more, no order leads on");
        closed.Outcome.Should().Be("deadlock");
        avoided.Outcome.Should().Be("done");
    }

    [Fact]
    public void Who_cannot_move_is_said_to_wait()
    {
        var followed = Explore.Follow(PenAndNotebook, ["Bob takes notebook", "Bob takes pen", "Alice takes"]);

        followed.Fault.Should().StartWith("Entry 3 of the order is \"Alice takes\", but Alice cannot move there: it would have to wait for ");
    }

    [Fact]
    public void A_line_can_be_named()
    {
        var line = File.ReadLines(Course.InSolutions("Proofs", "WrittenOrders.cs")).TakeWhile(text => !text.EndsWith("// here", StringComparison.Ordinal)).Count() + 1;

        Explore.Follow(TwoLines, [$"Alice until line {line}", "Bob to the end"]).Outcome.Should().Be("1 0");
        Explore.Follow(TwoLines, ["Alice to the end", "Bob to the end"]).Outcome.Should().Be("1 1");
        Explore.Follow(TwoLines, ["Bob to the end"]).Outcome.Should().Be("0 0");
        Explore.Follow(TwoLines, ["Alice until line 1"]).Fault.Should().Be("Entry 1 of the order is \"Alice until line 1\", but Alice has nothing more to do by then.");
    }

    private static string Joined()
    {
        var total = 0;
        var alice = new Thread(() => total++) { Name = "Alice" };
        var bob = new Thread(() => total++) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        return $"{total}";
    }

    private static string LookedAt()
    {
        var total = 0;
        var alice = new Thread(() => total++) { Name = "Alice" };
        alice.Start();
        var bob = new Thread(() => total++) { Name = "Bob" };
        bob.Start();
        return $"{total}";
    }

    private static string PenAndNotebook()
    {
        var (pen, notebook) = (new object(), new object());
        var alice = new Thread(() => Write(pen, notebook)) { Name = "Alice" };
        var bob = new Thread(() => Write(notebook, pen)) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        return "done";

        static void Write(object first, object second)
        {
            lock (first)
            {
                lock (second)
                {
                }
            }
        }
    }

    private static string TwoLines()
    {
        int one = 0, two = 0;
        var seen = "";
        var alice = new Thread(() =>
        {
            one = 1;
            two = 1; // here
        })
        { Name = "Alice" };
        var bob = new Thread(() => seen = $"{one} {two}") { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        return seen;
    }
}
