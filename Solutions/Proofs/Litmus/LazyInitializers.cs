namespace Proofs.Litmus;

/// <summary><see cref="LazyInitializer"/>: who makes the value, how often, and what it takes to make it once.</summary>
internal static class LazyInitializers
{
    [Litmus("1,True", "2,True")]
    private static string Made_twice_and_kept_once()
    {
        var made = 0;
        object? pan = null;
        object? first = null, second = null;
        Crew.Together(() => first = Get(), () => second = Get());
        return $"{made},{first == second}";

        object Get() => LazyInitializer.EnsureInitialized(ref pan, () =>
        {
            Interlocked.Increment(ref made);
            return new object();
        });
    }

    [Litmus("True")]
    private static string By_the_constructor_of_the_type()
    {
        Pan? pan = null;
        Pan? first = null, second = null;
        Crew.Together(() => first = LazyInitializer.EnsureInitialized(ref pan), () => second = LazyInitializer.EnsureInitialized(ref pan));
        return $"{first == second && first is not null}";
    }

    [Litmus("1,True")]
    private static string Made_once_under_a_lock()
    {
        var made = 0;
        object? pan = null, gate = null;
        object? first = null, second = null;
        Crew.Together(() => first = Get(), () => second = Get());
        return $"{made},{first == second}";

        object Get() => LazyInitializer.EnsureInitialized(ref pan, ref gate, () =>
        {
            made++;
            return new object();
        });
    }

    [Litmus("1,7,7")]
    private static string A_number_with_a_flag_and_a_lock()
    {
        int made = 0, price = 0, first = 0, second = 0;
        var isKnown = false;
        object? gate = null;
        Crew.Together(() => first = Get(), () => second = Get());
        return $"{made},{first},{second}";

        int Get() => LazyInitializer.EnsureInitialized(ref price, ref isKnown, ref gate, () =>
        {
            made++;
            return 7;
        });
    }

    [Litmus("True")]
    private static string The_constructor_with_a_flag_and_a_lock()
    {
        Pan? pan = null, first = null, second = null;
        var isKnown = false;
        object? gate = null;
        Crew.Together(Get(p => first = p), Get(p => second = p));
        return $"{first == second && first is not null}";

        ThreadStart Get(Action<Pan> tell) => () => tell(LazyInitializer.EnsureInitialized(ref pan, ref isKnown, ref gate)!);
    }

    [Litmus("InvalidOperationException,fine")]
    private static string Nothing_is_no_value()
    {
        object? pan = null;
        var first = Crew.Try(() => LazyInitializer.EnsureInitialized(ref pan, () => null!));
        return $"{first},{Crew.Try(() => LazyInitializer.EnsureInitialized(ref pan, () => new object()))}";
    }

    [Litmus("InvalidOperationException,2")]
    private static string An_exception_is_not_kept()
    {
        var made = 0;
        object? pan = null, gate = null;
        var first = Crew.Try(() => Get());
        Get();
        return $"{first},{made}";

        object Get() => LazyInitializer.EnsureInitialized(
            ref pan, ref gate, () => ++made > 1 ? new object() : throw new InvalidOperationException("burnt"));
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string What_was_made_is_seen_whole()
    {
        Pan? pan = null;
        int first = 0, second = 0;
        Crew.Together(() => first = Get().Eggs, () => second = Get().Eggs);
        return first == second ? $"{first}" : "two";

        Pan Get() => LazyInitializer.EnsureInitialized(ref pan, () => new Pan { Eggs = 1 });
    }

    [Litmus("7", ForbidDataRaces = true)]
    private static string A_number_is_ordered_by_its_flag()
    {
        var price = 0;
        var isKnown = false;
        object? gate = null;
        Crew.Together(() => Get(), () => Get());
        return $"{price}";

        int Get() => LazyInitializer.EnsureInitialized(ref price, ref isKnown, ref gate, () => 7);
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_number_that_is_looked_at_past_it()
    {
        int price = 0, seen = 0;
        var isKnown = false;
        object? gate = null;
        Crew.Together(
            () => LazyInitializer.EnsureInitialized(ref price, ref isKnown, ref gate, () => 7),
            () => seen = price);
        return $"{price}";
    }

    private sealed class Pan
    {
        public int Eggs { get; set; }
    }
}
