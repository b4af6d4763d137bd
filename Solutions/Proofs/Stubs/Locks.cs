using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 03-Locks judge the untouched stubs.</summary>
internal static class Locks
{
    public static readonly StubRow[] Rows =
    [
        new("One_pan_one_dish_at_a_time", VerdictKind.WrongResult, "FryingPan.cs"),
        new("A_burnt_dish_gives_the_pan_back", VerdictKind.Deadlock, "FryingPan.cs"),
        new("The_waiter_may_look_while_the_pan_is_busy", VerdictKind.Deadlock, "FryingPan.cs"),
    ];
}
