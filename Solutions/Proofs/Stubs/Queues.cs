using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 10-Queues judge the untouched stubs.</summary>
internal static class Queues
{
    public static readonly StubRow[] Rows =
    [
        new("Handlers_hand_over_and_go_and_idle_loggers_sleep", VerdictKind.WrongResult, "RequestLog.cs"),
        new("Two_loggers_never_fight_over_the_last_line", VerdictKind.ThreadException, "Backlog.cs"),
        new("Flush_means_written_not_taken", VerdictKind.WrongResult, "Logbook.cs"),
        new("Closing_time_drains_the_queue_and_frees_every_logger", VerdictKind.WrongResult, "LogRoom.cs"),
        new("A_full_counter_makes_the_producers_wait", VerdictKind.WrongResult, "Counter.cs"),
    ];
}
