namespace Proofs.Litmus;

/// <summary>
/// What Sensei does not follow it names, rather than hang or guess. Each of these moves to a file of its own on the day
/// it is followed.
/// </summary>
internal static class NotFollowed
{
    [Litmus("not followed: Timer")]
    private static string The_other_timer()
    {
        _ = new System.Timers.Timer();
        return "done";
    }

    [Litmus("not followed: Thread.GetDomainID")]
    private static string A_member_of_a_thread()
    {
        _ = Thread.GetDomainID();
        return "done";
    }

    // It would run on the real pool, where nobody sees it.
    [Litmus("not followed: ParallelEnumerable.AsParallel")]
    private static string A_parallel_query()
    {
        var total = 0;
        new[] { 1, 2 }.AsParallel().ForAll(n => total += n);
        return $"{total}";
    }

    // Fields that are used by something that is no code of the learner's.
    [Litmus("not followed: FieldInfo.SetValue")]
    private static string A_field_by_reflection()
    {
        var plate = new Plate();
        typeof(Plate).GetField(nameof(Plate.Number))!.SetValue(plate, 1);
        return "done";
    }

    [Litmus("not followed: Expression.Compile")]
    private static string A_field_in_a_compiled_expression()
    {
        System.Linq.Expressions.Expression<Func<Plate, int>> number = plate => plate.Number;
        return $"{number.Compile()(new Plate())}";
    }

    [Litmus("not followed: dynamic")]
    private static string A_field_of_something_dynamic()
    {
        dynamic plate = new Plate();
        plate.Number = 1;
        return "done";
    }

    [Litmus("not followed: CollectionsMarshal.GetValueRefOrAddDefault")]
    private static string The_inside_of_a_dictionary()
    {
        var plates = new Dictionary<int, int>();
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(plates, 1, out _)++;
        return "done";
    }

    [Litmus("1,2")]
    private static string The_inside_of_a_list_that_the_compiler_makes()
    {
        List<int> plates = [1, 2];
        return string.Join(',', plates);
    }

    // Named only in the orders that come to it.
    [Litmus("done", "not followed: ReaderWriterLock")]
    private static string In_one_order_only()
    {
        var ready = false;
        Crew.Together(
            () => ready = true,
            () =>
            {
                if (ready) new ReaderWriterLock().AcquireReaderLock(0);
            });
        return "done";
    }

    private sealed class Plate
    {
        public int Number = 1;
    }
}
