namespace Proofs.Litmus;

/// <summary><see cref="CountdownEvent"/>.</summary>
internal static class Countdowns
{
    [Litmus("2")]
    private static string Waits_for_all()
    {
        var left = new CountdownEvent(2);
        int a = 0, b = 0, seen = 0;
        Crew.Together(
            () =>
            {
                a = 1;
                left.Signal();
            },
            () =>
            {
                b = 1;
                left.Signal();
            },
            () =>
            {
                left.Wait();
                seen = a + b;
            });
        return $"{seen}";
    }

    [Litmus("0", "1")]
    private static string One_signal_too_early()
    {
        var left = new CountdownEvent(1);
        int dish = 0, seen = 0;
        Crew.Together(
            () =>
            {
                left.Signal();
                dish = 1;
            },
            () =>
            {
                left.Wait();
                seen = dish;
            });
        return $"{seen}";
    }

    [Litmus("deadlock")]
    private static string One_signal_too_few()
    {
        var left = new CountdownEvent(2);
        Crew.Together(() => left.Signal(), () => left.Wait());
        return "done";
    }

    [Litmus("True,False", "False,True")]
    private static string The_last_one_is_told()
    {
        var left = new CountdownEvent(2);
        bool first = false, second = false;
        Crew.Together(() => first = left.Signal(), () => second = left.Signal());
        return $"{first},{second}";
    }

    [Litmus("InvalidOperationException")]
    private static string One_signal_too_many()
    {
        var left = new CountdownEvent(1);
        left.Signal();
        return Crew.Try(() => left.Signal());
    }

    [Litmus("fine,0", "InvalidOperationException,0")]
    private static string AddCount_while_it_comes_to_zero()
    {
        var left = new CountdownEvent(1);
        var seen = "";
        Crew.Together(
            () => left.Signal(),
            () => seen = Crew.Try(() =>
            {
                left.AddCount();
                left.Signal();
            }));
        return $"{seen},{left.CurrentCount}";
    }

    [Litmus("True,0", "False,0")]
    private static string TryAddCount_while_it_comes_to_zero()
    {
        var left = new CountdownEvent(1);
        var added = false;
        Crew.Together(
            () => left.Signal(),
            () =>
            {
                added = left.TryAddCount(2);
                if (added) left.Signal(2);
            });
        return $"{added},{left.CurrentCount}";
    }

    [Litmus("1,2", "2,2")]
    private static string Counting_in_only_after_starting()
    {
        var left = new CountdownEvent(1);
        int done = 0, seen = 0;
        Crew.Together(
            () =>
            {
                if (left.TryAddCount())
                {
                    Interlocked.Increment(ref done);
                    left.Signal();
                }
                else
                {
                    Interlocked.Increment(ref done);
                }
            },
            () =>
            {
                Interlocked.Increment(ref done);
                left.Signal();
                left.Wait();
                seen = done;
            });
        return $"{seen},{done}";
    }

    [Litmus("False,2,2", "False,1,2")]
    private static string Reset_begins_anew()
    {
        var left = new CountdownEvent(2);
        left.Signal(2);
        left.Reset();
        var set = left.IsSet;
        var seen = 0;
        Crew.Together(() => left.Signal(), () => seen = left.CurrentCount);
        return $"{set},{seen},{left.InitialCount}";
    }

    [Litmus("True", "False")]
    private static string Wait_with_a_time_out()
    {
        var left = new CountdownEvent(1);
        var seen = false;
        Crew.Together(() => left.Signal(), () => seen = left.Wait(10));
        return $"{seen}";
    }

    [Litmus("True", "False")]
    private static string IsSet_is_old_news()
    {
        var left = new CountdownEvent(1);
        var seen = false;
        Crew.Together(() => left.Signal(), () => seen = left.IsSet);
        return $"{seen}";
    }

    [Litmus("done")]
    private static string Spinning_on_IsSet()
    {
        var left = new CountdownEvent(1);
        Crew.Together(
            () => left.Signal(),
            () =>
            {
                while (!left.IsSet)
                {
                }
            });
        return "done";
    }

    [Litmus("True")]
    private static string Made_for_nobody() => $"{new CountdownEvent(0).Wait(0)}";

    [Litmus("ObjectDisposedException")]
    private static string Wait_after_Dispose()
    {
        var left = new CountdownEvent(1);
        left.Dispose();
        return Crew.Try(() => left.Wait());
    }

    [Litmus("fine", "OperationCanceledException")]
    private static string Wait_with_a_token()
    {
        var left = new CountdownEvent(1);
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => left.Signal(), () => stop.Cancel(), () => seen = Crew.Try(() => left.Wait(stop.Token)));
        return seen;
    }
}
