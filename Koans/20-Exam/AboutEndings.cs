using System.Collections.Concurrent;

namespace Koans.Exam;

// Programs to be run in a process of their own. What they save, they print.
internal static class Endings
{
    public static Fate[] Of(params Action[] programs) => Task.WhenAll(programs.Select(program => Task.Run(() => Of(program)))).Result;

    private static Fate Of(Action program)
    {
        var exit = Child.Run(program);
        return !exit.Ended ? Fate.Hangs
            : exit.Code != 0 ? Fate.Crashes
            : exit.Output.Contains("saved", StringComparison.Ordinal) ? Fate.Ends
            : Fate.LosesData;
    }

    public static void AHeartbeatInTheForeground()
    {
        var heart = new Thread(Child.StayForEver) { Name = "heartbeat" };
        heart.Start();
        Console.WriteLine("saved");
    }

    public static void AWriterInTheBackground()
    {
        var lines = new BlockingCollection<string>();
        var writer = new Thread(() =>
        {
            try
            {
                foreach (var line in lines.GetConsumingEnumerable())
                {
                    _ = line;
                }
            }
            finally
            {
                Console.WriteLine("saved");
            }
        })
        { Name = "writer", IsBackground = true };
        writer.Start();
        lines.Add("soup");
        lines.Add("bread");
    }

    public static void AnExceptionOnAThread()
    {
        var cook = new Thread(() => throw new InvalidOperationException("burnt")) { Name = "cook" };
        cook.Start();
        cook.Join();
        Console.WriteLine("saved");
    }

    public static void AnExceptionInAForgottenTask()
    {
        var cook = Task.Run(() => throw new InvalidOperationException("burnt"));
        ((IAsyncResult)cook).AsyncWaitHandle.WaitOne();
        Console.WriteLine("saved");
    }
}

public enum Fate
{
    // It ends by itself, and all it had to save is saved.
    Ends,

    // It never ends.
    Hangs,

    // It ends by itself, and something was not saved.
    LosesData,

    // It ends with an error.
    Crashes,
}
