using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 02-Races judge the untouched stubs.</summary>
internal static class Races
{
    public static readonly StubRow[] Rows =
    [
        new("Two_cooks_count_every_plate", VerdictKind.WrongResult, "PlateCounter.cs"),
        new("You_can_reach_the_lowest_total", VerdictKind.WrongResult, "LowestTotal.cs"),
        new("The_account_never_goes_below_zero_and_adds_up", VerdictKind.WrongResult, "Account.cs"),
        new("Every_order_lands_in_the_list", VerdictKind.WrongResult, "OrderBook.cs"),
        new("Balance_and_number_of_operations_agree", VerdictKind.WrongResult, "Account.cs"),
    ];
}
