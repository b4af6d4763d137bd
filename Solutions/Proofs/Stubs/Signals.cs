using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 08-Signals judge the untouched stubs.</summary>
internal static class Signals
{
    public static readonly StubRow[] Rows =
    [
        new("Everyone_who_waits_starts_when_the_user_signals", VerdictKind.Livelock, "Background.cs"),
    ];
}
