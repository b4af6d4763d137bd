using System.Threading.Channels;

namespace Proofs.Litmus;

/// <summary>Data races: what a channel orders between those who write, read, look and close, and what it does not.</summary>
internal static class RacesThroughChannels
{
    [Litmus("2", ForbidDataRaces = true)]
    private static string What_was_done_before_the_write()
    {
        var orders = Channel.CreateUnbounded<int>();
        var n = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                orders.Writer.TryWrite(1);
            },
            () =>
            {
                orders.Reader.ReadAsync().AsTask().Wait();
                n++;
            });
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string What_is_done_after_the_write()
    {
        var orders = Channel.CreateUnbounded<int>();
        var n = 0;
        Crew.Together(
            () =>
            {
                orders.Writer.TryWrite(1);
                n = 1;
            },
            () =>
            {
                orders.Reader.ReadAsync().AsTask().Wait();
                n++;
            });
        return $"{n}";
    }

    [Litmus("1", "none", ForbidDataRaces = true)]
    private static string What_is_found()
    {
        var orders = Channel.CreateUnbounded<int[]>();
        var seen = "none";
        Crew.Together(
            () =>
            {
                var order = new int[1];
                order[0] = 1;
                orders.Writer.TryWrite(order);
            },
            () =>
            {
                if (orders.Reader.TryRead(out var order)) seen = $"{order[0]}";
            });
        return seen;
    }

    [Litmus("data race", "done", ForbidDataRaces = true)]
    private static string What_is_kept_after_it_was_given_away()
    {
        var orders = Channel.CreateUnbounded<int[]>();
        Crew.Together(
            () =>
            {
                var order = new int[1];
                orders.Writer.TryWrite(order);
                order[0] = 1;
            },
            () =>
            {
                if (orders.Reader.TryRead(out var order)) order[0]++;
            });
        return "done";
    }

    // A bounded channel goes both ways: who is let in comes after whoever made room.
    [Litmus("2", ForbidDataRaces = true)]
    private static string Room_that_was_waited_for()
    {
        var orders = Channel.CreateBounded<int>(1);
        var n = 0;
        orders.Writer.TryWrite(1);
        Crew.Together(
            () =>
            {
                n = 1;
                orders.Reader.TryRead(out _);
            },
            () =>
            {
                orders.Writer.WriteAsync(2).AsTask().Wait();
                n++;
            });
        return $"{n}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string The_end_comes_after_all_that_was_before_it()
    {
        var orders = Channel.CreateUnbounded<int>();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                orders.Writer.Complete();
            },
            () =>
            {
                orders.Reader.Completion.Wait();
                seen = n;
            });
        return $"{seen}";
    }

    // A write comes after the writes before it, and knows nothing of what followed them.
    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string What_another_writer_does_afterwards()
    {
        var orders = Channel.CreateUnbounded<int>();
        var n = 0;
        Crew.Together(
            () =>
            {
                orders.Writer.TryWrite(1);
                n = 1;
            },
            () =>
            {
                n = 2;
                orders.Writer.TryWrite(2);
            });
        return $"{n}";
    }

    // A look comes after what was written before it, and tells nobody that it was made.
    [Litmus("data race", ForbidDataRaces = true)]
    private static string Looking_tells_nobody()
    {
        var orders = Channel.CreateUnbounded<int>();
        var n = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                _ = orders.Reader.Count;
            },
            () =>
            {
                if (orders.Reader.Count == 0) n = 2;
            });
        return $"{n}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Each_item_has_one_owner()
    {
        var orders = Channel.CreateUnbounded<int[]>();
        var order = new int[1];
        orders.Writer.TryWrite(order);
        Crew.Together(Cook, Cook);
        return $"{order[0]}";

        void Cook()
        {
            if (orders.Reader.TryRead(out var mine)) mine[0]++;
        }
    }
}
