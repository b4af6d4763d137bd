using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary><see cref="CancellationTokenSource"/> and <see cref="CancellationToken"/>, and what can be waited for with one.</summary>
internal static class Cancellations
{
    [Litmus("True", "False")]
    private static string IsCancellationRequested_is_old_news()
    {
        var stop = new CancellationTokenSource();
        var seen = false;
        var token = stop.Token;
        Crew.Together(() => stop.Cancel(), () => seen = token.IsCancellationRequested);
        return $"{seen}";
    }

    [Litmus("1")]
    private static string What_was_written_before_Cancel_is_seen()
    {
        var stop = new CancellationTokenSource();
        int dish = 0, seen = 0;
        Crew.Together(
            () =>
            {
                dish = 1;
                stop.Cancel();
            },
            () =>
            {
                while (!stop.Token.IsCancellationRequested)
                {
                }

                seen = dish;
            });
        return $"{seen}";
    }

    [Litmus("livelock")]
    private static string Going_round_until_a_token_that_nobody_cancels()
    {
        var stop = new CancellationTokenSource();
        Crew.Alone(() =>
        {
            var token = stop.Token;
            while (!token.IsCancellationRequested)
            {
            }
        });
        return "done";
    }

    [Litmus("fine", "OperationCanceledException")]
    private static string ThrowIfCancellationRequested()
    {
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => stop.Cancel(), () => seen = Crew.Try(() => stop.Token.ThrowIfCancellationRequested()));
        return seen;
    }

    [Litmus("False,True,False,True")]
    private static string Tokens_without_a_source()
    {
        CancellationToken none = CancellationToken.None, cancelled = new(true);
        return $"{none.IsCancellationRequested},{cancelled.IsCancellationRequested},{none.CanBeCanceled},{none == default}";
    }

    [Litmus("BA")]
    private static string Callbacks_run_on_the_thread_that_cancels_last_first()
    {
        var stop = new CancellationTokenSource();
        var seen = "";
        Thread? who = null;
        stop.Token.Register(() => seen += "A");
        stop.Token.Register(() =>
        {
            seen += "B";
            who = Thread.CurrentThread;
        });
        stop.Cancel();
        return who == Thread.CurrentThread ? seen : "elsewhere";
    }

    [Litmus("1")]
    private static string Registered_and_cancelled_it_is_called_once()
    {
        var stop = new CancellationTokenSource();
        var calls = 0;
        Crew.Together(
            () => stop.Cancel(),
            () => stop.Token.Register(() => Interlocked.Increment(ref calls)));
        return $"{calls}";
    }

    [Litmus("1")]
    private static string Cancelled_twice_it_is_called_once()
    {
        var stop = new CancellationTokenSource();
        var calls = 0;
        stop.Token.Register(() => calls++);
        Crew.Together(() => stop.Cancel(), () => stop.Cancel());
        return $"{calls}";
    }

    [Litmus("0", "1")]
    private static string The_second_to_cancel_does_not_wait_for_callbacks()
    {
        var stop = new CancellationTokenSource();
        int calls = 0, seen = 0;
        stop.Token.Register(() => calls++);
        Crew.Together(
            () => stop.Cancel(),
            () =>
            {
                stop.Cancel();
                seen = calls;
            });
        return $"{seen}";
    }

    [Litmus("0,0", "1,1")]
    private static string Dispose_of_a_registration_waits_for_its_callback()
    {
        var stop = new CancellationTokenSource();
        int calls = 0, seen = 0;
        var registration = stop.Token.Register(() => calls++);
        Crew.Together(
            () => stop.Cancel(),
            () =>
            {
                registration.Dispose();
                seen = calls;
            });
        return $"{seen},{calls}";
    }

    [Litmus("0,0", "1,1")]
    private static string Using_a_registration_waits_for_its_callback()
    {
        var stop = new CancellationTokenSource();
        int calls = 0, seen = 0;
        Crew.Together(
            () => stop.Cancel(),
            () =>
            {
                using (stop.Token.Register(() => calls++))
                {
                }

                seen = calls;
            });
        return $"{seen},{calls}";
    }

    [Litmus("True,0,0", "False,0,1", "False,1,1")]
    private static string Unregister_does_not_wait()
    {
        var stop = new CancellationTokenSource();
        int calls = 0, seen = 0;
        var gone = false;
        var registration = stop.Token.Register(() => calls++);
        Crew.Together(
            () => stop.Cancel(),
            () =>
            {
                gone = registration.Unregister();
                seen = calls;
            });
        return $"{gone},{seen},{calls}";
    }

    [Litmus("done", "deadlock")]
    private static string Dispose_of_a_registration_under_the_lock_that_its_callback_takes()
    {
        var stop = new CancellationTokenSource();
        var gate = new object();
        var registration = stop.Token.Register(() =>
        {
            lock (gate)
            {
            }
        });
        Crew.Together(
            () => stop.Cancel(),
            () =>
            {
                lock (gate) registration.Dispose();
            });
        return "done";
    }

    [Litmus("1")]
    private static string A_callback_may_dispose_of_itself()
    {
        var stop = new CancellationTokenSource();
        var calls = 0;
        CancellationTokenRegistration registration = default;
        registration = stop.Token.Register(() =>
        {
            registration.Dispose();
            calls++;
        });
        stop.Cancel();
        return $"{calls}";
    }

    [Litmus("burnt,1")]
    private static string Exceptions_of_callbacks_are_gathered()
    {
        var stop = new CancellationTokenSource();
        var calls = 0;
        stop.Token.Register(() => calls++);
        stop.Token.Register(() => throw new InvalidOperationException("burnt"));
        var seen = "";
        try
        {
            stop.Cancel();
        }
        catch (AggregateException e)
        {
            seen = e.InnerExceptions[0].Message;
        }

        return $"{seen},{calls}";
    }

    [Litmus("True,False")]
    private static string Linked_follows_and_does_not_lead()
    {
        CancellationTokenSource one = new(), two = new();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(one.Token, two.Token);
        two.Cancel();
        return $"{both.IsCancellationRequested},{one.IsCancellationRequested}";
    }

    [Litmus("True")]
    private static string Linked_to_what_is_cancelled_already()
    {
        var one = new CancellationTokenSource();
        one.Cancel();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(one.Token);
        return $"{linked.Token.IsCancellationRequested}";
    }

    [Litmus("False,False", "False,True", "True,False", "True,True")]
    private static string Linked_comes_after()
    {
        var one = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(one.Token, CancellationToken.None);
        bool outer = false, inner = false;
        Crew.Together(
            () => one.Cancel(),
            () =>
            {
                outer = one.IsCancellationRequested;
                inner = linked.IsCancellationRequested;
            });
        return $"{outer},{inner}";
    }

    [Litmus("False")]
    private static string Linked_and_disposed_of_it_does_not_follow()
    {
        var one = new CancellationTokenSource();
        var linked = CancellationTokenSource.CreateLinkedTokenSource(one.Token);
        linked.Dispose();
        one.Cancel();
        return $"{linked.IsCancellationRequested}";
    }

    [Litmus("True", "False")]
    private static string CancelAfter_may_be_early_or_late()
    {
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(10);
        return $"{stop.IsCancellationRequested}";
    }

    [Litmus("done")]
    private static string CancelAfter_comes_at_last()
    {
        var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(10));
        while (!stop.IsCancellationRequested)
        {
        }

        return "done";
    }

    [Litmus("OperationCanceledException")]
    private static string CancelAfter_ends_a_wait()
    {
        var stop = new CancellationTokenSource(10);
        return Crew.Try(() => new ManualResetEventSlim().Wait(stop.Token));
    }

    [Litmus("True", "False")]
    private static string CancelAfter_may_be_put_off_in_time()
    {
        var stop = new CancellationTokenSource(10);
        stop.CancelAfter(Timeout.Infinite);
        return $"{stop.IsCancellationRequested}";
    }

    [Litmus("ObjectDisposedException")]
    private static string Cancel_after_Dispose()
    {
        var stop = new CancellationTokenSource();
        stop.Dispose();
        return Crew.Try(() => stop.Cancel());
    }

    [Litmus("True,False")]
    private static string TryReset_works_as_long_as_nobody_cancelled()
    {
        var stop = new CancellationTokenSource();
        var first = stop.TryReset();
        stop.Cancel();
        return $"{first},{stop.TryReset()}";
    }

    [Litmus("fine", "OperationCanceledException")]
    private static string An_event_or_the_token()
    {
        var ready = new ManualResetEventSlim();
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => ready.Set(), () => stop.Cancel(), () => seen = Crew.Try(() => ready.Wait(stop.Token)));
        return seen;
    }

    [Litmus("OperationCanceledException")]
    private static string An_event_that_nobody_sets()
    {
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => stop.Cancel(), () => seen = Crew.Try(() => new ManualResetEventSlim().Wait(stop.Token)));
        return seen;
    }

    [Litmus("fine,0", "OperationCanceledException,1")]
    private static string A_place_or_the_token()
    {
        var place = new SemaphoreSlim(0);
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => place.Release(), () => stop.Cancel(), () => seen = Crew.Try(() => place.Wait(stop.Token)));
        return $"{seen},{place.CurrentCount}";
    }

    // Who waits already when it is cancelled takes the place all the same, when it comes in time.
    [Litmus("fine,0", "OperationCanceledException,1")]
    private static string A_place_after_the_token()
    {
        var place = new SemaphoreSlim(0);
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(
            () =>
            {
                stop.Cancel();
                place.Release();
            },
            () => seen = Crew.Try(() => place.Wait(stop.Token)));
        return $"{seen},{place.CurrentCount}";
    }

    [Litmus("True", "False", "stopped")]
    private static string A_place_a_time_out_or_the_token()
    {
        var place = new SemaphoreSlim(0);
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(
            () => place.Release(),
            () => stop.Cancel(),
            () =>
            {
                try
                {
                    seen = $"{place.Wait(10, stop.Token)}";
                }
                catch (OperationCanceledException)
                {
                    seen = "stopped";
                }
            });
        return seen;
    }

    [Litmus("OperationCanceledException")]
    private static string Cancelled_before_it_is_not_even_tried()
    {
        var stop = new CancellationTokenSource();
        stop.Cancel();
        return Crew.Try(() => new SemaphoreSlim(1).Wait(stop.Token));
    }

    [Litmus("fine,0", "OperationCanceledException,1")]
    private static string An_item_or_the_token()
    {
        var pass = new BlockingCollection<string>();
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => pass.Add("a"), () => stop.Cancel(), () => seen = Crew.Try(() => pass.Take(stop.Token)));
        return $"{seen},{pass.Count}";
    }

    [Litmus("InvalidOperationException", "OperationCanceledException")]
    private static string Closed_or_the_token()
    {
        var pass = new BlockingCollection<string>();
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => pass.CompleteAdding(), () => stop.Cancel(), () => seen = Crew.Try(() => pass.Take(stop.Token)));
        return seen;
    }

    [Litmus("OperationCanceledException,1")]
    private static string Room_that_never_comes()
    {
        var pass = new BlockingCollection<string>(1) { "a" };
        var stop = new CancellationTokenSource();
        var seen = "";
        Crew.Together(() => stop.Cancel(), () => seen = Crew.Try(() => pass.Add("b", stop.Token)));
        return $"{seen},{pass.Count}";
    }

    [Litmus(",OperationCanceledException", "a,OperationCanceledException")]
    private static string Consuming_until_cancelled()
    {
        var pass = new BlockingCollection<string>();
        var stop = new CancellationTokenSource();
        string seen = "", how = "";
        Crew.Together(
            () =>
            {
                pass.Add("a");
                stop.Cancel();
            },
            () => how = Crew.Try(() =>
            {
                foreach (var dish in pass.GetConsumingEnumerable(stop.Token)) seen += dish;
            }));
        return $"{seen},{how}";
    }

    [Litmus("0", "1")]
    private static string A_handle_or_the_token()
    {
        var ready = new AutoResetEvent(false);
        var stop = new CancellationTokenSource();
        var which = -1;
        Crew.Together(
            () => ready.Set(),
            () => stop.Cancel(),
            () => which = WaitHandle.WaitAny([stop.Token.WaitHandle, ready]));
        return $"{which}";
    }
}
