namespace Proofs.Litmus;

/// <summary><see cref="System.Threading.SpinLock"/>: a struct, not re-entrant, and to be treated as such.</summary>
internal static class SpinLocks
{
    [Litmus("2")]
    private static string Enter_and_Exit()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Add(ref jar.Gate), () => jar.Add(ref jar.Gate));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string A_copy_is_another_lock()
    {
        var jar = new Jar();
        Crew.Together(AddUnderACopy, AddUnderACopy);
        return $"{jar.Plums}";

        void AddUnderACopy()
        {
            var copy = jar.Gate;
            jar.Add(ref copy);
        }
    }

    // The compiler copies a readonly struct before it calls a method on it, so nobody ever holds the field.
    [Litmus("1", "2")]
    private static string A_readonly_field_is_copied_for_every_call()
    {
        var jar = new Jar();
        Crew.Together(jar.AddUnderReadonly, jar.AddUnderReadonly);
        return $"{jar.Plums}";
    }

    [Litmus("True", "False")]
    private static string TryEnter_of_a_lock_in_use()
    {
        var gate = new SpinLock();
        var seen = false;
        Crew.Together(
            () =>
            {
                var taken = false;
                gate.Enter(ref taken);
                gate.Exit();
            },
            () =>
            {
                var taken = false;
                gate.TryEnter(ref taken);
                seen = taken;
                if (taken) gate.Exit();
            });
        return $"{seen}";
    }

    [Litmus("False")]
    private static string TryEnter_with_a_time_out_of_a_lock_that_stays_taken()
    {
        var gate = new SpinLock();
        var seen = true;
        var mine = false;
        gate.Enter(ref mine);
        Crew.Alone(() =>
        {
            var taken = false;
            gate.TryEnter(10, ref taken);
            seen = taken;
        });
        gate.Exit();
        return $"{seen}";
    }

    [Litmus("LockRecursionException")]
    private static string Taken_twice()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: true);
        bool first = false, second = false;
        gate.Enter(ref first);
        return Crew.Try(() => gate.Enter(ref second));
    }

    [Litmus("deadlock")]
    private static string Taken_twice_without_tracking()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: false);
        bool first = false, second = false;
        gate.Enter(ref first);
        gate.Enter(ref second);
        return "done";
    }

    [Litmus("SynchronizationLockException")]
    private static string Exit_of_a_lock_that_another_thread_holds()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: true);
        var mine = false;
        var seen = "";
        gate.Enter(ref mine);
        Crew.Alone(() => seen = Crew.Try(() => gate.Exit()));
        gate.Exit();
        return seen;
    }

    [Litmus("fine,False")]
    private static string Exit_of_a_lock_that_another_thread_holds_without_tracking()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: false);
        var mine = false;
        var seen = "";
        gate.Enter(ref mine);
        Crew.Alone(() => seen = Crew.Try(() => gate.Exit()));
        return $"{seen},{gate.IsHeld}";
    }

    [Litmus("ArgumentException")]
    private static string Enter_with_a_ref_that_is_already_true()
    {
        var gate = new SpinLock();
        var taken = true;
        return Crew.Try(() => gate.Enter(ref taken));
    }

    [Litmus("True,True,False")]
    private static string IsHeldByCurrentThread_asks_for_the_thread_itself()
    {
        var gate = new SpinLock(enableThreadOwnerTracking: true);
        var others = true;
        var mine = false;
        gate.Enter(ref mine);
        Crew.Alone(() => others = gate.IsHeldByCurrentThread);
        var seen = $"{gate.IsHeld},{gate.IsHeldByCurrentThread},{others}";
        gate.Exit();
        return seen;
    }

    [Litmus("done", "deadlock")]
    private static string Two_in_opposite_order()
    {
        SpinLock pen = new(), notebook = new();
        Crew.Together(() => Take(ref pen, ref notebook), () => Take(ref notebook, ref pen));
        return "done";
    }

    private static void Take(ref SpinLock first, ref SpinLock second)
    {
        bool one = false, two = false;
        first.Enter(ref one);
        second.Enter(ref two);
        second.Exit();
        first.Exit();
    }

    private sealed class Jar
    {
        private readonly SpinLock _fixed = new(enableThreadOwnerTracking: false);
        public SpinLock Gate = new();
        public int Plums;

        public void Add(ref SpinLock gate)
        {
            var taken = false;
            gate.Enter(ref taken);
            Plums++;
            gate.Exit();
        }

        public void AddUnderReadonly()
        {
            var taken = false;
            _fixed.Enter(ref taken);
            Plums++;
            // Without tracking, giving back what nobody holds goes unnoticed.
            _fixed.Exit();
        }
    }
}
