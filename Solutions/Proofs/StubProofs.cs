using Sensei.Path;
using Sensei.Records;
using Sensei.Telling;
using Xunit.Abstractions;

namespace Proofs;

/// <summary>Every koan refuses its untouched stub for the reason its lesson is about, and is proved on its solution.</summary>
public class StubProofs(ITestOutputHelper output)
{
    /// <summary>What each koan finds out about the untouched stubs, and the file its story tells the learner to look at.</summary>
    public static TheoryData<string, string, VerdictKind, string> Table => new()
    {
        { "02-Races", "Two_cooks_count_every_plate", VerdictKind.WrongResult, "PlateCounter.cs" },
        { "02-Races", "The_account_never_goes_below_zero_and_adds_up", VerdictKind.WrongResult, "Account.cs" },
        { "02-Races", "Every_order_lands_in_the_list", VerdictKind.WrongResult, "OrderBook.cs" },
        { "02-Races", "Balance_and_number_of_operations_agree", VerdictKind.WrongResult, "Account.cs" },
        { "03-Locks", "One_pan_one_dish_at_a_time", VerdictKind.WrongResult, "FryingPan.cs" },
        { "03-Locks", "A_burnt_dish_gives_the_pan_back", VerdictKind.Deadlock, "FryingPan.cs" },
        { "03-Locks", "The_waiter_may_look_while_the_pan_is_busy", VerdictKind.Deadlock, "FryingPan.cs" },
        { "06-Deadlocks", "Alice_and_Bob_both_get_to_write", VerdictKind.Deadlock, "Desk.cs" },
        { "06-Deadlocks", "Transfers_both_ways_finish_and_lose_no_money", VerdictKind.Deadlock, "Bank.cs" },
        { "06-Deadlocks", "Not_getting_the_second_lock_is_not_success", VerdictKind.WrongResult, "PoliteDesk.cs" },
        { "06-Deadlocks", "Database_file_and_cache_make_no_circle_of_three", VerdictKind.Deadlock, "Archive.cs" },
        { "06-Deadlocks", "Stop_does_not_join_while_holding_the_workers_lock", VerdictKind.Deadlock, "Worker.cs" },
        { "06-Deadlocks", "All_philosophers_eat_and_only_neighbours_wait_for_each_other", VerdictKind.Deadlock, "Table.cs" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_untouched_stub_is_refused_for_its_own_reason(string lesson, string koan, VerdictKind verdict, string file)
    {
        var found = Judge(CourseCompiler.WithStubs(lesson), lesson, koan);

        found.Kind.Should().Be(verdict);
        found.Exhausted.Should().BeTrue();
        found.FailingOrders.Should().BePositive("what one search finds, a search that leaves no order out finds too");
        Path.GetFileName(Teller.LookAt(found, PlaceOf(lesson))?.File).Should().Be(file);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_solution_is_proved(string lesson, string koan, VerdictKind verdict, string file)
    {
        var found = Judge(CourseCompiler.WithSolutions(lesson), lesson, koan);

        found.Kind.Should().Be(VerdictKind.Met, "the solution of {0} mends the {1}", file, verdict);
        found.Exhausted.Should().BeTrue("a koan that is merely not refused is not proved");
    }

    [Fact]
    public void The_table_names_every_koan_in_the_order_of_the_path()
    {
        Table.Select(row => (string)row[1]).Should().Equal(Course.Koans.Select(koan => koan.Method));
    }

    [Fact]
    public void Every_stub_has_a_solution_and_is_used_by_a_koan()
    {
        foreach (var lesson in Course.Lessons)
        {
            var stubs = Course.StubsOf(lesson);
            stubs.Should().OnlyContain(stub => File.Exists(Course.InSolutions(lesson, stub + ".cs")));
            stubs.Should().BeSubsetOf(Course.Koans.Where(koan => koan.Lesson == lesson).SelectMany(koan => koan.Stubs));
        }
    }

    private Verdict Judge(CompiledLesson compiled, string lesson, string koan)
    {
        var found = compiled.Judge(Course.Koans.Single(candidate => candidate.Lesson == lesson && candidate.Method == koan));
        output.WriteLine($"{found.Kind}, {found.Orders} orders");
        return found;
    }

    // Only the lesson and the root matter to the question which file is the learner's.
    private static Place PlaceOf(string lesson) =>
        new(lesson, lesson, "", 1, 1, 0, null, [], $"Koans/{lesson}", $"Koans/{lesson}/README.md", Course.Root);
}
