using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 11-Background judge the untouched stubs.</summary>
internal static class Background
{
    public static readonly StubRow[] Rows =
    [
        new("The_heartbeat_does_not_keep_the_restaurant_open", VerdictKind.WrongResult, "Heartbeat.cs"),
        new("The_last_lines_survive_closing", VerdictKind.WrongResult, "Backup.cs"),
        new("Close_waits_for_the_last_line_and_not_for_a_while", VerdictKind.WrongResult, "Backup.cs"),
        new("Stopping_is_asking_not_killing", VerdictKind.ThreadException, "Cook.cs"),
    ];
}
