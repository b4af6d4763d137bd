using System.Threading.Channels;

namespace Proofs.Litmus;

/// <summary><see cref="Channel{T}"/> from threads: writing, reading, closing, and all the ways of being full.</summary>
internal static class ChannelEnds
{
    [Litmus("1,2,3")]
    private static string First_in_first_out()
    {
        var orders = Channel.CreateUnbounded<int>();
        for (var i = 1; i <= 3; i++) orders.Writer.TryWrite(i);
        return string.Join(',', Enumerable.Range(0, 3).Select(_ => orders.Reader.TryRead(out var item) ? item : 0));
    }

    [Litmus("1", "none")]
    private static string A_try_to_read_may_come_too_early()
    {
        var orders = Channel.CreateUnbounded<int>();
        var got = "none";
        Crew.Together(
            () => orders.Writer.TryWrite(1),
            () =>
            {
                if (orders.Reader.TryRead(out var item)) got = $"{item}";
            });
        return got;
    }

    [Litmus("1")]
    private static string A_read_waits()
    {
        var orders = Channel.CreateUnbounded<int>();
        var got = 0;
        Crew.Together(
            () => orders.Writer.TryWrite(1),
            () => got = orders.Reader.ReadAsync().AsTask().Result);
        return $"{got}";
    }

    [Litmus("1,2", "2,1")]
    private static string Two_readers_share()
    {
        var orders = Channel.CreateUnbounded<int>();
        int alice = 0, bob = 0;
        Crew.Together(
            () =>
            {
                orders.Writer.TryWrite(1);
                orders.Writer.TryWrite(2);
            },
            () => alice = orders.Reader.ReadAsync().AsTask().Result,
            () => bob = orders.Reader.ReadAsync().AsTask().Result);
        return $"{alice},{bob}";
    }

    // What is handed to one who waits is gone at once, and never in the channel.
    [Litmus("1,none")]
    private static string Who_waits_is_served_before_others_look()
    {
        var orders = Channel.CreateUnbounded<int>();
        var waiting = orders.Reader.ReadAsync().AsTask();
        var other = "none";
        Crew.Alone(() =>
        {
            orders.Writer.TryWrite(1);
            if (orders.Reader.TryRead(out var item)) other = $"{item}";
        });
        return $"{waiting.Result},{other}";
    }

    [Litmus("1,2")]
    private static string Those_who_wait_are_served_in_order()
    {
        var orders = Channel.CreateUnbounded<int>();
        var first = orders.Reader.ReadAsync().AsTask();
        var second = orders.Reader.ReadAsync().AsTask();
        Crew.Together(() => orders.Writer.TryWrite(1), () => { });
        orders.Writer.TryWrite(2);
        return $"{first.Result},{second.Result}";
    }

    // All who wait to read are told, and only one finds something.
    [Litmus("True,True,1")]
    private static string Being_told_is_not_having()
    {
        var orders = Channel.CreateUnbounded<int>();
        var alice = orders.Reader.WaitToReadAsync().AsTask();
        var bob = orders.Reader.WaitToReadAsync().AsTask();
        orders.Writer.TryWrite(1);
        var found = 0;
        if (orders.Reader.TryRead(out _)) found++;
        if (orders.Reader.TryRead(out _)) found++;
        return $"{alice.Result},{bob.Result},{found}";
    }

    [Litmus("True,False")]
    private static string Waiting_to_read_answers_no_at_the_end()
    {
        var orders = Channel.CreateUnbounded<int>();
        orders.Writer.TryWrite(1);
        orders.Writer.Complete();
        var before = orders.Reader.WaitToReadAsync().AsTask().Result;
        orders.Reader.TryRead(out _);
        return $"{before},{orders.Reader.WaitToReadAsync().AsTask().Result}";
    }

    [Litmus("False")]
    private static string Closing_wakes_who_waits_to_read()
    {
        var orders = Channel.CreateUnbounded<int>();
        var more = true;
        Crew.Together(() => more = orders.Reader.WaitToReadAsync().AsTask().Result, () => orders.Writer.Complete());
        return $"{more}";
    }

    [Litmus("closed")]
    private static string Closing_fails_who_reads()
    {
        var orders = Channel.CreateUnbounded<int>();
        var end = "";
        Crew.Together(() => end = How(() => _ = orders.Reader.ReadAsync().AsTask().GetAwaiter().GetResult()), () => orders.Writer.Complete());
        return end;
    }

    [Litmus("deadlock")]
    private static string Nobody_writes_or_closes()
    {
        var orders = Channel.CreateUnbounded<int>();
        Crew.Alone(() => _ = orders.Reader.ReadAsync().AsTask().Result);
        return "done";
    }

    [Litmus("True,False,False")]
    private static string Nothing_is_written_after_the_end()
    {
        var orders = Channel.CreateUnbounded<int>();
        return $"{orders.Writer.TryComplete()},{orders.Writer.TryComplete()},{orders.Writer.TryWrite(1)}";
    }

    [Litmus("closed,closed,False")]
    private static string Closed_is_closed()
    {
        var orders = Channel.CreateUnbounded<int>();
        orders.Writer.Complete();
        var written = How(() => orders.Writer.WriteAsync(1).AsTask().GetAwaiter().GetResult());
        return $"{How(() => orders.Writer.Complete())},{written},{orders.Writer.WaitToWriteAsync().AsTask().Result}";
    }

    [Litmus("burnt,burnt")]
    private static string An_error_is_passed_on()
    {
        var orders = Channel.CreateUnbounded<int>();
        orders.Writer.Complete(new InvalidOperationException("burnt"));
        var read = How(() => _ = orders.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult());
        return $"{read},{How(() => orders.Reader.Completion.GetAwaiter().GetResult())}";
    }

    [Litmus("True,1", "False,0")]
    private static string One_who_closes_and_one_who_writes()
    {
        var orders = Channel.CreateUnbounded<int>();
        var written = false;
        Crew.Together(() => written = orders.Writer.TryWrite(1), () => orders.Writer.Complete());
        return $"{written},{orders.Reader.Count}";
    }

    [Litmus("False,True")]
    private static string Complete_is_closed_and_empty()
    {
        var orders = Channel.CreateUnbounded<int>();
        orders.Writer.TryWrite(1);
        orders.Writer.Complete();
        var before = orders.Reader.Completion.IsCompleted;
        orders.Reader.TryRead(out _);
        return $"{before},{orders.Reader.Completion.IsCompleted}";
    }

    [Litmus("1")]
    private static string The_end_can_be_waited_for()
    {
        var orders = Channel.CreateUnbounded<int>();
        var taken = 0;
        orders.Writer.TryWrite(1);
        Crew.Together(
            () => orders.Writer.Complete(),
            () =>
            {
                if (orders.Reader.TryRead(out _)) Volatile.Write(ref taken, 1);
            },
            () => orders.Reader.Completion.Wait());
        return $"{taken}";
    }

    [Litmus("0", "1")]
    private static string A_count_is_old_news()
    {
        var orders = Channel.CreateUnbounded<int>();
        var count = 0;
        Crew.Together(() => orders.Writer.TryWrite(1), () => count = orders.Reader.Count);
        return $"{count}";
    }

    [Litmus("1,1", "none,1")]
    private static string A_peek_leaves_it_there()
    {
        var orders = Channel.CreateUnbounded<int>();
        var seen = "none";
        Crew.Together(
            () => orders.Writer.TryWrite(1),
            () =>
            {
                if (orders.Reader.TryPeek(out var item)) seen = $"{item}";
            });
        return $"{seen},{orders.Reader.Count}";
    }

    // Both see one and the same order, and only one of them gets it.
    [Litmus("1,0", "0,1")]
    private static string Peek_then_read()
    {
        var orders = Channel.CreateUnbounded<int>();
        orders.Writer.TryWrite(1);
        int alice = 0, bob = 0;
        Crew.Together(
            () =>
            {
                if (orders.Reader.TryPeek(out _)) orders.Reader.TryRead(out alice);
            },
            () =>
            {
                if (orders.Reader.TryPeek(out _)) orders.Reader.TryRead(out bob);
            });
        return $"{alice},{bob}";
    }

    [Litmus("T2", "F3")]
    private static string A_writer_that_waits_beside_a_reader()
    {
        var orders = Channel.CreateBounded<int>(1);
        var seen = "";
        Crew.Together(
            () =>
            {
                seen += orders.Writer.TryWrite(2) ? "T" : "F";
                seen += orders.Reader.ReadAsync().AsTask().Result;
            },
            () => orders.Writer.WriteAsync(3).AsTask().Wait());
        return seen;
    }

    [Litmus("True,False")]
    private static string A_full_one_refuses()
    {
        var orders = Channel.CreateBounded<int>(1);
        return $"{orders.Writer.TryWrite(1)},{orders.Writer.TryWrite(2)}";
    }

    [Litmus("1,2")]
    private static string A_writer_waits_for_room()
    {
        var orders = Channel.CreateBounded<int>(1);
        var got = "";
        Crew.Together(
            () =>
            {
                orders.Writer.WriteAsync(1).AsTask().Wait();
                orders.Writer.WriteAsync(2).AsTask().Wait();
            },
            () =>
            {
                got = $"{orders.Reader.ReadAsync().AsTask().Result}";
                got += $",{orders.Reader.ReadAsync().AsTask().Result}";
            });
        return got;
    }

    [Litmus("deadlock")]
    private static string Nobody_makes_room()
    {
        var orders = Channel.CreateBounded<int>(1);
        orders.Writer.WriteAsync(1).AsTask().Wait();
        orders.Writer.WriteAsync(2).AsTask().Wait();
        return "done";
    }

    // Who waits with an item is let in by the reader: no newcomer comes between.
    [Litmus("1,False,2")]
    private static string A_waiting_writer_goes_before_a_newcomer()
    {
        var orders = Channel.CreateBounded<int>(1);
        orders.Writer.TryWrite(1);
        var waiting = orders.Writer.WriteAsync(2).AsTask();
        orders.Reader.TryRead(out var first);
        var newcomer = orders.Writer.TryWrite(3);
        waiting.Wait();
        orders.Reader.TryRead(out var second);
        return $"{first},{newcomer},{second}";
    }

    // Room that was seen may be gone: two writers, one place.
    [Litmus("True,True,True,False", "True,True,False,True")]
    private static string Being_told_of_room_is_not_having_it()
    {
        var orders = Channel.CreateBounded<int>(1);
        orders.Writer.TryWrite(0);
        var alice = orders.Writer.WaitToWriteAsync().AsTask();
        var bob = orders.Writer.WaitToWriteAsync().AsTask();
        orders.Reader.TryRead(out _);
        bool a = false, b = false;
        Crew.Together(() => a = orders.Writer.TryWrite(1), () => b = orders.Writer.TryWrite(2));
        return $"{alice.Result},{bob.Result},{a},{b}";
    }

    [Litmus("closed")]
    private static string Closing_fails_who_waits_for_room()
    {
        var orders = Channel.CreateBounded<int>(1);
        orders.Writer.TryWrite(1);
        var waiting = orders.Writer.WriteAsync(2).AsTask();
        orders.Writer.Complete();
        return How(() => waiting.GetAwaiter().GetResult());
    }

    [Litmus("2,3 without 1")]
    private static string Drops_the_oldest() => Drops(BoundedChannelFullMode.DropOldest);

    [Litmus("1,3 without 2")]
    private static string Drops_the_newest() => Drops(BoundedChannelFullMode.DropNewest);

    [Litmus("1,2 without 3")]
    private static string Drops_what_is_written() => Drops(BoundedChannelFullMode.DropWrite);

    [Litmus("1,2 refused 3")]
    private static string Drops_nothing()
    {
        var orders = Channel.CreateBounded<int>(new BoundedChannelOptions(2) { FullMode = BoundedChannelFullMode.Wait });
        var refused = Enumerable.Range(1, 3).Where(i => !orders.Writer.TryWrite(i)).Single();
        return $"{Rest(orders)} refused {refused}";
    }

    // The learner's method runs between the steps of others, when the channel is done.
    [Litmus("1", "2")]
    private static string What_is_told_of_drops_may_race()
    {
        var lost = 0;
        var orders = Channel.CreateBounded<int>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }, _ => lost++);
        orders.Writer.TryWrite(0);
        Crew.Together(() => orders.Writer.TryWrite(1), () => orders.Writer.TryWrite(2));
        return $"{lost}";
    }

    [Litmus("1 left")]
    private static string Written_at_once_when_something_is_dropped()
    {
        var orders = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        orders.Writer.WriteAsync(1).AsTask().Wait();
        orders.Writer.WriteAsync(2).AsTask().Wait();
        return $"{orders.Reader.Count} left";
    }

    [Litmus("False,1")]
    private static string No_place_at_all()
    {
        var hand = Channel.CreateBounded<int>(0);
        var alone = hand.Writer.TryWrite(0);
        var got = 0;
        Crew.Together(() => hand.Writer.WriteAsync(1).AsTask().Wait(), () => got = hand.Reader.ReadAsync().AsTask().Result);
        return $"{alone},{got}";
    }

    [Litmus("1,2,3")]
    private static string The_smallest_first()
    {
        var orders = Channel.CreateUnboundedPrioritized<int>();
        foreach (var order in new[] { 3, 1, 2 }) orders.Writer.TryWrite(order);
        return Rest(orders);
    }

    [Litmus("3,2,1")]
    private static string By_the_learners_own_order()
    {
        var orders = Channel.CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<int> { Comparer = new Backwards() });
        Crew.Together(() => orders.Writer.TryWrite(3), () => orders.Writer.TryWrite(1));
        orders.Writer.TryWrite(2);
        return Rest(orders);
    }

    [Litmus("2")]
    private static string One_reader_only()
    {
        var orders = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        var sum = 0;
        Crew.Together(
            () => orders.Writer.TryWrite(1),
            () => orders.Writer.TryWrite(1),
            () =>
            {
                sum = orders.Reader.ReadAsync().AsTask().Result;
                sum += orders.Reader.ReadAsync().AsTask().Result;
            });
        return $"{sum}";
    }

    [Litmus("NotSupportedException")]
    private static string One_reader_only_cannot_count()
    {
        var orders = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        return Crew.Try(() => _ = orders.Reader.Count);
    }

    [Litmus("1,0", "cancelled,1")]
    private static string A_read_that_is_cancelled_takes_nothing()
    {
        var orders = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource();
        var end = "";
        Crew.Together(
            () => end = How(() => orders.Reader.ReadAsync(source.Token).AsTask().GetAwaiter().GetResult(), "1"),
            () => orders.Writer.TryWrite(1),
            source.Cancel);
        var left = orders.Reader.Count;
        return $"{end},{left}";
    }

    [Litmus("cancelled,cancelled,cancelled,cancelled,1")]
    private static string Nothing_begins_when_it_is_cancelled()
    {
        var orders = Channel.CreateBounded<int>(1);
        orders.Writer.TryWrite(1);
        var token = new CancellationToken(true);
        var ends = new[]
        {
            How(() => orders.Reader.ReadAsync(token).AsTask().GetAwaiter().GetResult()),
            How(() => orders.Reader.WaitToReadAsync(token).AsTask().GetAwaiter().GetResult()),
            How(() => orders.Writer.WriteAsync(2, token).AsTask().GetAwaiter().GetResult()),
            How(() => orders.Writer.WaitToWriteAsync(token).AsTask().GetAwaiter().GetResult()),
        };
        return $"{string.Join(',', ends)},{orders.Reader.Count}";
    }

    [Litmus("cancelled,1")]
    private static string A_write_that_is_cancelled_leaves_nothing()
    {
        var orders = Channel.CreateBounded<int>(1);
        orders.Writer.TryWrite(1);
        using var source = new CancellationTokenSource();
        var waiting = orders.Writer.WriteAsync(2, source.Token).AsTask();
        Crew.Alone(source.Cancel);
        var end = How(() => waiting.GetAwaiter().GetResult());
        return $"{end},{Rest(orders)}";
    }

    // The token is looked at by one who waits; whoever has been served has been served.
    [Litmus("True")]
    private static string The_exception_knows_the_token()
    {
        var orders = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource();
        var waiting = orders.Reader.ReadAsync(source.Token).AsTask();
        source.Cancel();
        try
        {
            waiting.GetAwaiter().GetResult();
            return "no exception";
        }
        catch (OperationCanceledException canceled)
        {
            return $"{canceled.CancellationToken == source.Token}";
        }
    }

    // Looking again and again is waiting: it goes on when something comes.
    [Litmus("1")]
    private static string Looking_until_there_is_something()
    {
        var orders = Channel.CreateUnbounded<int>();
        var got = 0;
        Crew.Together(
            () => orders.Writer.TryWrite(1),
            () =>
            {
                while (!orders.Reader.TryRead(out got)) Thread.Yield();
            });
        return $"{got}";
    }

    [Litmus("livelock")]
    private static string Looking_for_what_nobody_writes()
    {
        var orders = Channel.CreateUnbounded<int>();
        Crew.Alone(() =>
        {
            while (!orders.Reader.TryRead(out _)) Thread.Yield();
        });
        return "done";
    }

    private static string Drops(BoundedChannelFullMode mode)
    {
        var lost = 0;
        var orders = Channel.CreateBounded<int>(new BoundedChannelOptions(2) { FullMode = mode }, item => lost = item);
        for (var i = 1; i <= 3; i++) orders.Writer.TryWrite(i);
        return $"{Rest(orders)} without {lost}";
    }

    private static string Rest(Channel<int> orders)
    {
        var rest = new List<int>();
        while (orders.Reader.TryRead(out var item)) rest.Add(item);
        return string.Join(',', rest);
    }

    private static string How(Action work, string fine = "fine")
    {
        try
        {
            work();
            return fine;
        }
        catch (ChannelClosedException closed) when (closed.InnerException is null)
        {
            return "closed";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
        catch (InvalidOperationException error)
        {
            return (error.InnerException ?? error).Message;
        }
    }

    private sealed class Backwards : IComparer<int>
    {
        public int Compare(int x, int y) => y.CompareTo(x);
    }
}
