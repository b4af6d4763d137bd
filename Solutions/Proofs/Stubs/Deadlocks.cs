using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 06-Deadlocks judge the untouched stubs.</summary>
internal static class Deadlocks
{
    public static readonly StubRow[] Rows =
    [
        new("Alice_and_Bob_both_get_to_write", VerdictKind.Deadlock, "Desk.cs"),
        new("Transfers_both_ways_finish_and_lose_no_money", VerdictKind.Deadlock, "Bank.cs"),
        new("Not_getting_the_second_lock_is_not_success", VerdictKind.WrongResult, "PoliteDesk.cs"),
        new("Database_file_and_cache_make_no_circle_of_three", VerdictKind.Deadlock, "Archive.cs"),
        new("Stop_does_not_join_while_holding_the_workers_lock", VerdictKind.Deadlock, "Worker.cs"),
        new("All_philosophers_eat_and_only_neighbours_wait_for_each_other", VerdictKind.Deadlock, "Table.cs"),
    ];
}
