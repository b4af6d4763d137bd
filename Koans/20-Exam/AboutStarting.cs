using System.Collections.Concurrent;

namespace Koans.Exam;

// Ways to begin, and ways that only look like it.
internal static class Starting
{
    public static string StartIsCalled()
    {
        var who = Who.Nobody;
        var alice = new Thread(Greet) { Name = "Alice" };
        alice.Start();
        alice.Join();
        return $"{who}";

        void Greet() => who = Me();
    }

    public static string TheMethodItselfIsCalled()
    {
        var who = Who.Nobody;
        var alice = new Thread(Greet) { Name = "Alice" };
        Greet();
        alice.Start();
        return $"{who}";

        void Greet() => who = who == Who.Nobody ? Me() : who;
    }

    public static string NothingIsCalled()
    {
        var who = Who.Nobody;
        _ = new Thread(Greet) { Name = "Alice" };
        return $"{who}";

        void Greet() => who = Me();
    }

    public static string ASecondStart()
    {
        var greetings = 0;
        var alice = new Thread(() => greetings++) { Name = "Alice" };
        alice.Start();
        alice.Join();
        try
        {
            alice.Start();
            alice.Join();
        }
        catch (ThreadStateException)
        {
            return $"{AfterEnd.IsRefused}";
        }

        return greetings == 1 ? $"{AfterEnd.DoesNothing}" : $"{AfterEnd.RunsAgain}";
    }

    public static string BothGreet()
    {
        var greetings = new ConcurrentQueue<string>();
        var alice = new Thread(() => greetings.Enqueue("Alice")) { Name = "Alice" };
        alice.Start();
        greetings.Enqueue("main");
        alice.Join();
        return greetings.First();
    }

    private static Who Me() => Thread.CurrentThread.Name == "Alice" ? Who.Alice : Who.Main;
}

public enum Who
{
    Nobody,
    Main,
    Alice,
}

public enum AfterEnd
{
    RunsAgain,
    DoesNothing,
    IsRefused,
}
