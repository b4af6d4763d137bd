using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 20-Exam judge the untouched answer sheets.</summary>
internal static class Exam
{
    public static readonly StubRow[] Rows =
    [
        new("You_know_what_a_thread_shares", VerdictKind.WrongResult, "WhatThreadsShare.cs"),
        new("You_know_which_tool_serves_what", VerdictKind.WrongResult, "WhichTool.cs"),
        new("You_know_what_freezes_a_window", VerdictKind.WrongResult, "FrozenWindow.cs"),
        new("You_know_a_start_from_a_call", VerdictKind.WrongResult, "StartOrCall.cs"),
        new("You_know_all_that_can_be_printed", VerdictKind.WrongResult, "WhatIsPrinted.cs"),
        new("You_know_how_a_program_ends", VerdictKind.WrongResult, "HowItEnds.cs"),
        new("You_know_how_long_it_takes", VerdictKind.WrongResult, "HowLongItTakes.cs"),
        new("You_can_name_the_problem", VerdictKind.WrongResult, "NameTheProblem.cs"),
        new("You_know_what_is_one_step", VerdictKind.WrongResult, "WhatIsAtomic.cs"),
        new("You_know_what_three_workers_can_do", VerdictKind.WrongResult, "ThreeWorkers.cs"),
        new("Your_check_catches_the_bugs", VerdictKind.WrongResult, "AccountCheck.cs"),
    ];
}
