using System.Collections.Concurrent;

namespace Koans.Exam;

// Programs that print. A process ends when all its threads have: so each of them waits for everybody at its very end.
internal static class Printing
{
    public static string WithoutJoin()
    {
        var paper = new ConcurrentQueue<string>();
        var alice = new Thread(() =>
        {
            paper.Enqueue("boils");
            paper.Enqueue("whistles");
        })
        { Name = "Alice" };
        alice.Start();
        paper.Enqueue("pours");

        alice.Join();
        return string.Join(' ', paper);
    }

    public static string WithJoin()
    {
        var paper = new ConcurrentQueue<string>();
        var alice = new Thread(() =>
        {
            paper.Enqueue("boils");
            paper.Enqueue("whistles");
        })
        { Name = "Alice" };
        alice.Start();
        alice.Join();
        paper.Enqueue("pours");

        return string.Join(' ', paper);
    }

    public static string OneIsJoined()
    {
        var paper = new ConcurrentQueue<string>();
        var alice = new Thread(() => paper.Enqueue("water")) { Name = "Alice" };
        var bob = new Thread(() => paper.Enqueue("toast")) { Name = "Bob" };
        alice.Start();
        bob.Start();
        bob.Join();
        paper.Enqueue("coffee");

        alice.Join();
        return string.Join(' ', paper);
    }
}
