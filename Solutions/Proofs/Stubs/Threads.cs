using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 01-Threads judge the untouched stubs.</summary>
internal static class Threads
{
    public static readonly StubRow[] Rows =
    [
        new("The_cook_sets_the_table_while_the_water_boils", VerdictKind.Deadlock, "Kitchen.cs"),
        new("Coffee_waits_for_the_water", VerdictKind.WrongResult, "Kitchen.cs"),
        new("Three_downloads_are_in_flight_together_and_all_are_awaited", VerdictKind.Deadlock, "Downloader.cs"),
        new("Every_thread_downloads_its_own_file", VerdictKind.WrongResult, "Downloader.cs"),
    ];
}
