using System.Diagnostics;
using Xunit.Abstractions;

namespace Proofs.Live;

/// <summary>Processes that koans start: what is seen of them from outside is what really came of them.</summary>
public class Children(ITestOutputHelper output)
{
    private static volatile bool s_hasPrinted;

    [Fact]
    public void What_is_printed_and_returned_is_seen()
    {
        var clock = Stopwatch.StartNew();
        var child = Child.Run(Greet, "Alice", "Bob and the rest");
        output.WriteLine($"{clock.ElapsedMilliseconds} ms");

        child.Should().BeEquivalentTo(new { Ended = true, HasReturned = true, Code = 0, Errors = "" });
        child.Lines.Should().Equal("hello Alice", "hello Bob and the rest");
    }

    [Fact]
    public void A_lambda_that_captures_nothing_will_do() =>
        Child.Run(() => Console.Write("from a lambda")).Output.Should().Be("from a lambda");

    [Fact]
    public void An_async_main_is_waited_for() => Child.Run(Later).Output.Should().Be("later\n");

    [Fact]
    public void The_exit_code_is_seen()
    {
        var child = Child.Run(() => Environment.Exit(7));

        child.Should().BeEquivalentTo(new { Ended = true, HasReturned = false, Code = 7, HasCrashed = false });
    }

    [Fact]
    public void A_crash_is_seen_with_its_words()
    {
        var child = Child.Run(() => throw new InvalidOperationException("The soup is cold."));

        child.Should().BeEquivalentTo(new { Ended = true, HasReturned = false, HasCrashed = true });
        child.Errors.Should().Contain("The soup is cold.");
    }

    [Fact]
    public void A_crash_on_another_thread_is_seen()
    {
        var child = Child.Run(CrashOnThread);

        child.Should().BeEquivalentTo(new { Ended = true, HasReturned = false, HasCrashed = true });
    }

    [Fact]
    public void A_foreground_thread_is_waited_for_after_main()
    {
        var child = Child.Run(ThreadPrintsLater);

        child.Should().BeEquivalentTo(new { Ended = true, HasReturned = true, Code = 0, Output = "main\nthread\n" });
    }

    [Fact]
    public void A_background_thread_does_not_keep_the_process()
    {
        var child = Child.Run(() => Stay(isBackground: true));

        child.Should().BeEquivalentTo(new { Ended = true, HasReturned = true, Code = 0, Output = "main\n" });
    }

    [Fact]
    public void A_foreground_thread_that_stays_is_told_at_once()
    {
        var clock = Stopwatch.StartNew();
        var child = Child.Run(() => Stay(isBackground: false));

        child.Should().BeEquivalentTo(new { Ended = false, HasReturned = true, Output = "main\n" });
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "it is not waited for");
    }

    [Fact]
    public void A_child_that_never_ends_is_killed_with_its_own_children()
    {
        var koan = typeof(NeverEnding).GetMethod(nameof(NeverEnding.Wait_for_it))!;

        var verdict = Judge.Try(koan, options: new KoanOptions { Patience = TimeSpan.FromSeconds(12) });

        verdict.IsMet.Should().BeTrue(verdict.Story?.Ending.ToString());
    }

    [Fact]
    public void Nothing_is_left_of_a_child_when_its_koan_is_given_up()
    {
        var file = Path.GetTempFileName();
        var koan = typeof(NeverEnding).GetMethod(nameof(NeverEnding.Wait_for_something_else))!;
        Environment.SetEnvironmentVariable("PROOFS_CHILD", file);

        var verdict = Judge.Try(koan, options: new KoanOptions { Patience = TimeSpan.FromSeconds(3) });

        verdict.Kind.Should().Be(Sensei.Records.VerdictKind.Hung);
        IsGone(int.Parse(File.ReadAllText(file))).Should().BeTrue();
    }

    [Fact]
    public void A_child_ends_when_its_parent_is_gone()
    {
        var file = Path.GetTempFileName();
        var parent = Child.Run(Abandon, file);

        parent.HasReturned.Should().BeFalse();
        IsGone(int.Parse(File.ReadAllText(file))).Should().BeTrue();
    }

    private static bool IsGone(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>Starts a child of its own, and is killed without looking after it.</summary>
    private static void Abandon(string[] arguments)
    {
        new Thread(() => Child.Run(NeverEnding.Sleep, arguments)).Start();
        while (new FileInfo(arguments[0]).Length == 0)
        {
            Thread.Sleep(1);
        }

        Process.GetCurrentProcess().Kill();
    }

    private static void Greet(string[] names) => Array.ForEach(names, name => Console.WriteLine($"hello {name}"));

    private static async Task Later(string[] nothing)
    {
        await Task.Delay(10);
        Console.WriteLine("later");
    }

    private static void CrashOnThread()
    {
        var thread = new Thread(() => throw new InvalidOperationException("The soup is cold."));
        thread.Start();
        thread.Join();
    }

    private static void ThreadPrintsLater()
    {
        var main = Thread.CurrentThread;
        new Thread(() =>
        {
            // Main has returned when its thread waits for the others
            while (!s_hasPrinted || !main.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin))
            {
                Thread.Sleep(1);
            }

            Console.WriteLine("thread");
        }).Start();
        Console.WriteLine("main");
        s_hasPrinted = true;
    }

    private static void Stay(bool isBackground)
    {
        using var there = new ManualResetEventSlim();
        new Thread(() =>
        {
            there.Set();
            Child.StayForEver();
        })
        { IsBackground = isBackground }.Start();
        there.Wait();
        Console.WriteLine("main");
    }

    /// <summary>Koans with children that do not end.</summary>
    public class NeverEnding
    {
        public void Wait_for_it()
        {
            var child = Child.Run(() => Thread.Sleep(Timeout.Infinite));

            child.Ended.Should().BeFalse();
        }

        public void Wait_for_something_else()
        {
            new Thread(() => Child.Run(Sleep, Environment.GetEnvironmentVariable("PROOFS_CHILD")!)).Start();
            new ManualResetEventSlim().Wait();
        }

        internal static void Sleep(string[] arguments)
        {
            File.WriteAllText(arguments[0], $"{Environment.ProcessId}");
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
