namespace Proofs.Litmus;

/// <summary><see cref="System.Threading.SemaphoreSlim"/>, without its asynchronous side.</summary>
internal static class Semaphores
{
    [Litmus("2")]
    private static string One_place()
    {
        var places = new SemaphoreSlim(1, 1);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            places.Wait();
            n++;
            places.Release();
        }
    }

    [Litmus("1", "2")]
    private static string Two_places()
    {
        var places = new SemaphoreSlim(2);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            places.Wait();
            n++;
            places.Release();
        }
    }

    [Litmus("1", "2")]
    private static string Two_places_are_never_three()
    {
        var places = new SemaphoreSlim(2);
        int inside = 0, most = 0;
        Crew.Together(Enter, Enter, Enter);
        return $"{most}";

        void Enter()
        {
            places.Wait();
            var now = Interlocked.Increment(ref inside);
            if (now > most) most = now;
            Interlocked.Decrement(ref inside);
            places.Release();
        }
    }

    // There is no owner, hence no second time either.
    [Litmus("deadlock")]
    private static string Taken_twice()
    {
        var place = new SemaphoreSlim(1, 1);
        place.Wait();
        place.Wait();
        return "done";
    }

    [Litmus("1")]
    private static string Given_back_by_another_thread()
    {
        var place = new SemaphoreSlim(0);
        int dish = 0, seen = 0;
        Crew.Together(
            () =>
            {
                dish = 1;
                place.Release();
            },
            () =>
            {
                place.Wait();
                seen = dish;
            });
        return $"{seen}";
    }

    // Unlike a pulse, what is given is kept.
    [Litmus("done")]
    private static string Given_before_anyone_waits()
    {
        var place = new SemaphoreSlim(0);
        place.Release();
        Crew.Alone(() => place.Wait());
        return "done";
    }

    [Litmus("deadlock")]
    private static string Waiting_for_what_nobody_gives()
    {
        var place = new SemaphoreSlim(0);
        Crew.Alone(() => place.Wait());
        return "done";
    }

    [Litmus("deadlock")]
    private static string Two_wait_for_one()
    {
        var place = new SemaphoreSlim(0);
        Crew.Together(() => place.Wait(), () => place.Wait(), () => place.Release());
        return "done";
    }

    [Litmus("0")]
    private static string Release_of_two_lets_two_in()
    {
        var place = new SemaphoreSlim(0);
        Crew.Together(() => place.Wait(), () => place.Wait(), () => place.Release(2));
        return $"{place.CurrentCount}";
    }

    [Litmus("0,1,2", "1,0,2")]
    private static string Release_answers_the_count_before()
    {
        var place = new SemaphoreSlim(0);
        int first = 0, second = 0;
        Crew.Together(() => first = place.Release(), () => second = place.Release());
        return $"{first},{second},{place.CurrentCount}";
    }

    [Litmus("SemaphoreFullException")]
    private static string Release_beyond_the_most()
    {
        var place = new SemaphoreSlim(1, 1);
        return Crew.Try(() => place.Release());
    }

    [Litmus("1", "2")]
    private static string Release_once_too_often_lets_two_in()
    {
        var place = new SemaphoreSlim(1);
        var n = 0;
        place.Release();
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            place.Wait();
            n++;
            place.Release();
        }
    }

    [Litmus("True", "False")]
    private static string Wait_that_only_looks()
    {
        var place = new SemaphoreSlim(0);
        var taken = false;
        Crew.Together(() => place.Release(), () => taken = place.Wait(0));
        return $"{taken}";
    }

    [Litmus("True", "False")]
    private static string Wait_with_a_time_out()
    {
        var place = new SemaphoreSlim(0);
        var taken = false;
        Crew.Together(() => place.Release(), () => taken = place.Wait(10));
        return $"{taken}";
    }

    [Litmus("False")]
    private static string Wait_with_a_time_out_for_what_nobody_gives()
    {
        var place = new SemaphoreSlim(0);
        return $"{place.Wait(TimeSpan.FromMilliseconds(10))}";
    }

    [Litmus("True")]
    private static string Wait_with_a_time_out_for_what_is_there()
    {
        var place = new SemaphoreSlim(1);
        return $"{place.Wait(10)}";
    }

    [Litmus("True")]
    private static string Wait_with_an_infinite_time_out()
    {
        var place = new SemaphoreSlim(0);
        var taken = false;
        Crew.Together(() => place.Release(), () => taken = place.Wait(Timeout.Infinite));
        return $"{taken}";
    }

    [Litmus("0", "1")]
    private static string CurrentCount_is_old_news()
    {
        var place = new SemaphoreSlim(1);
        var seen = 0;
        Crew.Together(() => place.Wait(), () => seen = place.CurrentCount);
        return $"{seen}";
    }

    [Litmus("done", "deadlock")]
    private static string Look_at_the_count_then_wait()
    {
        var place = new SemaphoreSlim(1);
        Crew.Together(TakeIfThere, TakeIfThere);
        return "done";

        void TakeIfThere()
        {
            if (place.CurrentCount > 0) place.Wait();
        }
    }

    [Litmus("done", "deadlock")]
    private static string Two_in_opposite_order()
    {
        SemaphoreSlim pen = new(1), notebook = new(1);
        Crew.Together(() => Take(pen, notebook), () => Take(notebook, pen));
        return "done";

        static void Take(SemaphoreSlim first, SemaphoreSlim second)
        {
            first.Wait();
            second.Wait();
            second.Release();
            first.Release();
        }
    }

    [Litmus("1,1")]
    private static string Rendezvous()
    {
        SemaphoreSlim alice = new(0), bob = new(0);
        int a = 0, b = 0, seenByAlice = 0, seenByBob = 0;
        Crew.Together(
            () =>
            {
                a = 1;
                alice.Release();
                bob.Wait();
                seenByAlice = b;
            },
            () =>
            {
                b = 1;
                bob.Release();
                alice.Wait();
                seenByBob = a;
            });
        return $"{seenByAlice},{seenByBob}";
    }

    [Litmus("deadlock")]
    private static string Rendezvous_that_waits_first()
    {
        SemaphoreSlim alice = new(0), bob = new(0);
        Crew.Together(
            () =>
            {
                bob.Wait();
                alice.Release();
            },
            () =>
            {
                alice.Wait();
                bob.Release();
            });
        return "done";
    }

    [Litmus("deadlock")]
    private static string An_exception_before_Release_keeps_the_place()
    {
        var place = new SemaphoreSlim(1);
        Crew.Together(Enter, Enter);
        return "done";

        void Enter() => Crew.Try(() =>
        {
            place.Wait();
            throw new InvalidOperationException("burnt");
        });
    }

    [Litmus("ObjectDisposedException")]
    private static string Used_after_Dispose()
    {
        var place = new SemaphoreSlim(1);
        place.Dispose();
        return Crew.Try(() => place.Wait());
    }

    [Litmus("ArgumentOutOfRangeException")]
    private static string Made_with_more_than_the_most() => Crew.Try(() => _ = new SemaphoreSlim(2, 1));

    [Litmus("False,1", "True,0")]
    private static string WaitAsync_with_a_time_out()
    {
        var slot = new SemaphoreSlim(0);
        var waiting = slot.WaitAsync(10);
        slot.Release();
        return $"{waiting.Result},{slot.CurrentCount}";
    }

    [Litmus("False")]
    private static string WaitAsync_for_no_time() => $"{new SemaphoreSlim(0).WaitAsync(TimeSpan.Zero).Result}";

    [Litmus("Canceled,1", "RanToCompletion,0")]
    private static string WaitAsync_with_a_token()
    {
        var slot = new SemaphoreSlim(0);
        var stop = new CancellationTokenSource();
        var waiting = slot.WaitAsync(stop.Token);
        Crew.Together(stop.Cancel, () => slot.Release());
        try
        {
            waiting.Wait();
        }
        catch (AggregateException)
        {
        }

        return $"{waiting.Status},{slot.CurrentCount}";
    }

    [Litmus("12")]
    private static string WaitAsync_serves_in_order()
    {
        var told = "";
        var slot = new SemaphoreSlim(0);
        async Task Wait(string name)
        {
            await slot.WaitAsync();
            told += name;
            slot.Release();
        }

        var one = Wait("1");
        var two = Wait("2");
        slot.Release();
        Task.WaitAll(one, two);
        return told;
    }

    [Litmus("True,False,0", "False,True,0", "False,False,1")]
    private static string WaitAsync_gives_one_slot_to_one_of_two_who_do_not_wait_long()
    {
        var slot = new SemaphoreSlim(0);
        var one = slot.WaitAsync(10);
        var two = slot.WaitAsync(10);
        slot.Release();
        return $"{one.Result},{two.Result},{slot.CurrentCount}";
    }

    [Litmus("deadlock")]
    private static string WaitAsync_twice_by_one_method()
    {
        static async Task Twice()
        {
            var slot = new SemaphoreSlim(1, 1);
            await slot.WaitAsync();
            await slot.WaitAsync();
        }

        Twice().Wait();
        return "done";
    }
}
