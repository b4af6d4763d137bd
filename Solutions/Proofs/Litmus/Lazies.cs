namespace Proofs.Litmus;

/// <summary><see cref="Lazy{T}"/>: who makes the value, how often, and what becomes of an exception.</summary>
internal static class Lazies
{
    [Litmus("1,True")]
    private static string Made_once_for_all()
    {
        var made = 0;
        var pan = new Lazy<object>(() =>
        {
            made++;
            return new object();
        });
        object? first = null, second = null;
        Crew.Together(() => first = pan.Value, () => second = pan.Value);
        return $"{made},{first == second}";
    }

    [Litmus("1,True", "2,True")]
    private static string Made_twice_and_published_once()
    {
        var made = 0;
        var pan = new Lazy<object>(
            () =>
            {
                Interlocked.Increment(ref made);
                return new object();
            },
            LazyThreadSafetyMode.PublicationOnly);
        object? first = null, second = null;
        Crew.Together(() => first = pan.Value, () => second = pan.Value);
        return $"{made},{first == second}";
    }

    [Litmus("1", "2")]
    private static string The_first_to_be_done_is_published()
    {
        var pan = new Lazy<int>(() => Thread.CurrentThread.Name == "Alice" ? 1 : 2, LazyThreadSafetyMode.PublicationOnly);
        int first = 0, second = 0;
        Crew.Together(() => first = pan.Value, () => second = pan.Value);
        return first == second ? $"{first}" : "two";
    }

    [Litmus("False", "True")]
    private static string IsValueCreated_is_old_news()
    {
        var pan = new Lazy<int>(() => 1);
        var seen = false;
        Crew.Together(() => _ = pan.Value, () => seen = pan.IsValueCreated);
        return $"{seen}";
    }

    [Litmus("InvalidOperationException,InvalidOperationException,1")]
    private static string An_exception_is_kept()
    {
        var made = 0;
        var pan = new Lazy<int>(() => ++made > 1 ? 1 : throw new InvalidOperationException("burnt"));
        string first = "", second = "";
        Crew.Together(() => first = Crew.Try(() => _ = pan.Value), () => second = Crew.Try(() => _ = pan.Value));
        return $"{first},{second},{made}";
    }

    [Litmus("InvalidOperationException,fine")]
    private static string An_exception_is_not_kept_where_everybody_may_try()
    {
        var made = 0;
        var pan = new Lazy<int>(
            () => ++made > 1 ? 1 : throw new InvalidOperationException("burnt"), LazyThreadSafetyMode.PublicationOnly);
        var first = Crew.Try(() => _ = pan.Value);
        return $"{first},{Crew.Try(() => _ = pan.Value)}";
    }

    [Litmus("InvalidOperationException")]
    private static string A_factory_that_asks_for_its_own_value()
    {
        Lazy<int>? pan = null;
        pan = new Lazy<int>(() => pan!.Value);
        return Crew.Try(() => _ = pan.Value);
    }

    [Litmus("done", "deadlock")]
    private static string Two_that_need_each_other()
    {
        Lazy<int>? soup = null, tea = null;
        soup = new Lazy<int>(() => Crew.Try(() => _ = tea!.Value).Length);
        tea = new Lazy<int>(() => Crew.Try(() => _ = soup.Value).Length);
        Crew.Together(() => _ = soup.Value, () => _ = tea.Value);
        return "done";
    }

    [Litmus("done", "deadlock")]
    private static string A_factory_that_takes_a_lock()
    {
        var gate = new object();
        var pan = new Lazy<int>(() =>
        {
            lock (gate) return 1;
        });
        Crew.Together(
            () => _ = pan.Value,
            () =>
            {
                lock (gate) _ = pan.Value;
            });
        return "done";
    }

    // For one thread: a second one may find it half-made, or make another.
    [Litmus("InvalidOperationException,fine,1", "fine,InvalidOperationException,1", "fine,fine,1", "fine,fine,2")]
    private static string Not_for_two()
    {
        var made = 0;
        var pan = new Lazy<object>(
            () =>
            {
                Interlocked.Increment(ref made);
                return new object();
            },
            isThreadSafe: false);
        string first = "", second = "";
        Crew.Together(() => first = Crew.Try(() => _ = pan.Value), () => second = Crew.Try(() => _ = pan.Value));
        return $"{first},{second},{made}";
    }

    [Litmus("1,True", ForbidDataRaces = true)]
    private static string For_one_thread_after_the_other()
    {
        var made = 0;
        var pan = new Lazy<object>(
            () =>
            {
                made++;
                return new object();
            },
            LazyThreadSafetyMode.None);
        object? first = null, second = null;
        Crew.Alone(() => first = pan.Value);
        Crew.Alone(() => second = pan.Value);
        return $"{made},{first == second}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string For_one_thread_and_used_by_two()
    {
        var pan = new Lazy<int>(() => 1, LazyThreadSafetyMode.None);
        Crew.Together(() => Crew.Try(() => _ = pan.Value), () => Crew.Try(() => _ = pan.Value));
        return $"{pan.Value}";
    }

    [Litmus("InvalidOperationException,InvalidOperationException,1")]
    private static string For_one_thread_an_exception_is_kept()
    {
        var made = 0;
        var pan = new Lazy<int>(() => ++made > 1 ? 1 : throw new InvalidOperationException("burnt"), LazyThreadSafetyMode.None);
        var first = Crew.Try(() => _ = pan.Value);
        return $"{first},{Crew.Try(() => _ = pan.Value)},{made}";
    }

    [Litmus("InvalidOperationException")]
    private static string For_one_thread_a_factory_that_asks_for_its_own_value()
    {
        Lazy<int>? pan = null;
        pan = new Lazy<int>(() => pan!.Value, LazyThreadSafetyMode.None);
        return Crew.Try(() => _ = pan.Value);
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string What_was_made_is_seen_whole()
    {
        var pan = new Lazy<int[]>(() =>
        {
            var eggs = new int[1];
            eggs[0] = 1;
            return eggs;
        });
        int first = 0, second = 0;
        Crew.Together(() => first = pan.Value[0], () => second = pan.Value[0]);
        return first == second ? $"{first}" : "two";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string What_is_changed_afterwards_is_not_ordered()
    {
        var pan = new Lazy<int[]>(() => new int[1]);
        Crew.Together(() => pan.Value[0]++, () => pan.Value[0]++);
        return $"{pan.Value[0]}";
    }
}
