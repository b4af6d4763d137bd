using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 07-Conditions judge the untouched stubs.</summary>
internal static class Conditions
{
    public static readonly StubRow[] Rows =
    [
        new("The_chef_does_not_sleep_through_the_bell", VerdictKind.LostWakeUp, "Pass.cs"),
        new("The_chef_looks_again_after_waking", VerdictKind.ThreadException, "Pass.cs"),
        new("The_right_one_is_woken", VerdictKind.Deadlock, "Counter.cs"),
        new("A_chef_with_a_deadline_goes_home_on_time", VerdictKind.WrongResult, "Counter.cs"),
    ];
}
