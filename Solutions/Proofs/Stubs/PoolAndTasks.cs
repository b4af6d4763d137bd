using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 12-PoolAndTasks judge the untouched stubs.</summary>
internal static class PoolAndTasks
{
    public static readonly StubRow[] Rows =
    [
        new("As_many_orders_are_under_way_as_there_are_workers", VerdictKind.WrongResult, "Orders.cs"),
        new("Results_come_in_the_order_you_asked", VerdictKind.WrongResult, "Orders.cs"),
        new("Results_come_as_they_finish", VerdictKind.Deadlock, "Orders.cs"),
        new("Three_readers_may_open_one_file", VerdictKind.ThreadException, "Files.cs"),
        new("The_pool_does_not_make_you_thread_safe", VerdictKind.WrongResult, "LetterCount.cs"),
    ];
}
