namespace Sensei.Records;

/// <summary>
/// All that is known of one judged koan, as data: for graders, pictures and whoever else must not read message text.
/// <see cref="RecordJson"/> writes and reads it; Sensei's README describes the form.
/// </summary>
public sealed record KoanRecord
{
    /// <summary>The number of the form. It changes when a reader of the form before would be misled.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The lesson's folder: "02-Races".</summary>
    public required string Lesson { get; init; }

    /// <summary>The koan's sentence.</summary>
    public required string Koan { get; init; }

    /// <summary>The koan's method.</summary>
    public required string Method { get; init; }

    /// <summary>Its place on the whole path, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many koans the path has.</summary>
    public required int Total { get; init; }

    /// <summary>The files that the koan is about, from the course's root.</summary>
    public required IReadOnlyList<string> Stubs { get; init; }

    /// <summary>The file with the hints, from the course's root.</summary>
    public required string Hints { get; init; }

    /// <summary>The kind of verdict.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>True when the koan is met.</summary>
    public required bool IsMet { get; init; }

    /// <summary>True when no distinguishable order is left untried.</summary>
    public required bool IsProof { get; init; }

    /// <summary>True when only the one order was run that was asked for.</summary>
    public required bool IsReplay { get; init; }

    /// <summary>True when the koan was run once, on real threads, and not explored: what is met then is not proved.</summary>
    public bool IsLive { get; init; }

    /// <summary>Distinguishable orders that ran to their end.</summary>
    public required long Orders { get; init; }

    /// <summary>How many of them went wrong.</summary>
    public required long FailingOrders { get; init; }

    /// <summary>How many times a thread that could have gone on was interrupted in <see cref="Run"/>.</summary>
    public required int Preemptions { get; init; }

    /// <summary>How long the search took. Of everything here, this alone differs from time to time.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>What went wrong, in one sentence; empty when nothing did.</summary>
    public required string Sentence { get; init; }

    /// <summary>The run that is told; null when the koan is met, or the verdict comes without one.</summary>
    public RunRecord? Run { get; init; }

    /// <summary>What sets it apart from the nearest run that passes; null where there is none.</summary>
    public Contrast? Contrast { get; init; }

    /// <summary>The numbers of the steps that its story is about; what is in no story is of no help to a reader.</summary>
    public required IReadOnlyList<int> Told { get; init; }

    /// <summary>The steps at which it goes wrong, and why.</summary>
    public required IReadOnlyList<ReasonRecord> Reasons { get; init; }

    /// <summary>The line to look at; null where there is none.</summary>
    public SourceLine? LookAt { get; init; }

    /// <summary>Replays exactly this run: the value for KOANS_ORDER. Empty when there is none.</summary>
    public required string Token { get; init; }
}

/// <summary>Why a step is one at which it goes wrong.</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="Text">The reason in a few words, as in the margin of the story.</param>
public sealed record ReasonRecord(int Step, string Text);
