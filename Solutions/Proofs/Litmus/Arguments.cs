using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Proofs.Litmus;

/// <summary>What .NET itself reads and writes where an argument points to.</summary>
internal static class Arguments
{
    private static int s_plums;

    [Litmus("5", "7")]
    private static string Out_into_a_field()
    {
        var jar = new Jar();
        Crew.Together(() => int.TryParse("5", out jar.Plums), () => jar.Plums = 7);
        return $"{jar.Plums}";
    }

    [Litmus("5", "7")]
    private static string Out_into_a_static_field()
    {
        Crew.Together(() => int.TryParse("5", out s_plums), () => s_plums = 7);
        return $"{s_plums}";
    }

    [Litmus("5", "7")]
    private static string Out_into_an_element()
    {
        var plums = new int[2];
        Crew.Together(() => int.TryParse("5", out plums[1]), () => plums[1] = 7);
        return $"{plums[1]}";
    }

    [Litmus("5", "7")]
    private static string Out_into_a_captured_local()
    {
        var plums = 0;
        Crew.Together(() => int.TryParse("5", out plums), () => plums = 7);
        return $"{plums}";
    }

    [Litmus("5", "7")]
    private static string Out_into_a_ref_local()
    {
        var jar = new Jar();
        Crew.Together(
            () =>
            {
                ref var plums = ref jar.Plums;
                int.TryParse("5", out plums);
            },
            () => jar.Plums = 7);
        return $"{jar.Plums}";
    }

    [Litmus("5", "7")]
    private static string Out_into_an_out_parameter()
    {
        var jar = new Jar();
        Crew.Together(() => Parse("5", out jar.Plums), () => jar.Plums = 7);
        return $"{jar.Plums}";
    }

    [Litmus("5", "7")]
    private static string Out_of_a_type_parameter()
    {
        var jar = new Jar();
        Crew.Together(() => ParseAny("5", out jar.Plums), () => jar.Plums = 7);
        return $"{jar.Plums}";
    }

    [Litmus("5,7")]
    private static string Out_into_locals()
    {
        int alice = 0, bob = 0;
        Crew.Together(
            () =>
            {
                int.TryParse("5", out var plums);
                alice = plums;
            },
            () =>
            {
                int.TryParse("7", out var plums);
                bob = plums;
            });
        return $"{alice},{bob}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Out_that_nothing_orders()
    {
        var jar = new Jar();
        Crew.Together(() => int.TryParse("5", out jar.Plums), () => jar.Plums = 7);
        return "fine";
    }

    [Litmus("fine", ForbidDataRaces = true)]
    private static string Out_under_a_lock()
    {
        var jar = new Jar();
        Crew.Together(
            () =>
            {
                lock (jar) int.TryParse("5", out jar.Plums);
            },
            () =>
            {
                lock (jar) jar.Plums++;
            });
        return "fine";
    }

    [Litmus("1,1", "1,2", "2,1", "2,2")]
    private static string What_two_take_from_a_queue_into_one_field()
    {
        var queue = new ConcurrentQueue<int>([1, 2]);
        var jar = new Jar();
        int alice = 0, bob = 0;
        Crew.Together(
            () =>
            {
                queue.TryDequeue(out jar.Plums);
                alice = jar.Plums;
            },
            () =>
            {
                queue.TryDequeue(out jar.Plums);
                bob = jar.Plums;
            });
        return $"{alice},{bob}";
    }

    [Litmus("1,1", "1,2", "2,1", "2,2")]
    private static string What_two_take_from_a_channel_into_one_field()
    {
        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        channel.Writer.TryWrite(2);
        var jar = new Jar();
        int alice = 0, bob = 0;
        Crew.Together(
            () =>
            {
                channel.Reader.TryRead(out jar.Plums);
                alice = jar.Plums;
            },
            () =>
            {
                channel.Reader.TryRead(out jar.Plums);
                bob = jar.Plums;
            });
        return $"{alice},{bob}";
    }

    [Litmus("old", "new", "torn")]
    private static string Out_that_is_wider_than_a_word()
    {
        var prices = new Dictionary<string, (long, long)> { ["soup"] = (1, 1) };
        var jar = new Jar();
        var seen = "";
        Crew.Together(
            () => prices.TryGetValue("soup", out jar.Price),
            () => seen = jar.Price switch { (0, 0) => "old", (1, 1) => "new", _ => "torn" });
        return seen;
    }

    // What is taken in vain is nothing that lasts, so this loop waits as it would with a local.
    [Litmus("5")]
    private static string Out_in_a_loop_that_waits()
    {
        var queue = new ConcurrentQueue<int>();
        var plums = 0;
        Crew.Together(
            () => queue.Enqueue(5),
            () =>
            {
                while (!queue.TryDequeue(out plums)) Thread.Yield();
            });
        return $"{plums}";
    }

    [Litmus("soup,5")]
    private static string Wide_out_in_a_loop_that_waits()
    {
        var queue = new ConcurrentQueue<(string, long)>();
        var order = ("", 0L);
        Crew.Together(
            () => queue.Enqueue(("soup", 5)),
            () =>
            {
                while (!queue.TryDequeue(out order)) Thread.Yield();
            });
        return $"{order.Item1},{order.Item2}";
    }

    // One of the two makes room for three and is overwritten by the other.
    [Litmus("1", "2")]
    private static string Ref_that_two_change()
    {
        var jar = new Jar();
        Crew.Together(
            () => Array.Resize(ref jar.Row, jar.Row.Length + 1),
            () => Array.Resize(ref jar.Row, jar.Row.Length + 1));
        return $"{jar.Row.Length}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Ref_that_nothing_orders()
    {
        var jar = new Jar();
        Crew.Together(() => Array.Resize(ref jar.Row, 1), () => jar.Row = [1, 2]);
        return "fine";
    }

    [Litmus("ArgumentOutOfRangeException,0")]
    private static string Ref_of_a_call_that_throws()
    {
        var jar = new Jar();
        var error = "";
        Crew.Alone(() => error = Crew.Try(() => Array.Resize(ref jar.Row, -1)));
        return $"{error},{jar.Row.Length}";
    }

    [Litmus("ArgumentNullException,7")]
    private static string Out_of_a_call_that_throws()
    {
        var menu = new Dictionary<string, int>();
        var jar = new Jar { Plums = 7 };
        var error = "";
        Crew.Alone(() => error = Crew.Try(() => menu.TryGetValue(null!, out jar.Plums)));
        return $"{error},{jar.Plums}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Flag_of_a_lock_that_is_shared()
    {
        var jar = new Jar();
        var seen = false;
        Crew.Together(
            () =>
            {
                Monitor.Enter(jar, ref jar.IsTaken);
                Monitor.Exit(jar);
            },
            () => seen = jar.IsTaken);
        return "fine";
    }

    // It is the learner's own method that writes, by way of an interface of .NET: twice, and each time for all to see.
    [Litmus("0", "5", "6")]
    private static string Out_of_a_method_of_our_own_behind_an_interface()
    {
        IReadOnlyDictionary<string, int> shelf = new Shelf();
        var jar = new Jar();
        var seen = 0;
        Crew.Together(() => shelf.TryGetValue("soup", out jar.Plums), () => seen = jar.Plums);
        return $"{seen}";
    }

    private static void Parse(string text, out int number) => int.TryParse(text, out number);

    private static void ParseAny<T>(string text, out T? number) where T : IParsable<T> => T.TryParse(text, null, out number);

    private sealed class Jar
    {
        public int Plums;
        public int[] Row = [];
        public (long, long) Price;
        public bool IsTaken;
    }

    private sealed class Shelf : Dictionary<string, int>, IReadOnlyDictionary<string, int>
    {
        bool IReadOnlyDictionary<string, int>.TryGetValue(string key, out int value)
        {
            value = 5;
            value = 6;
            return true;
        }
    }
}
