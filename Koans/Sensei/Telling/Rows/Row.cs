using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>A row of the story: one step, or several that are told as one.</summary>
/// <param name="Thread">The thread's id; -1 for a remark across all threads.</param>
/// <param name="Text">What happens.</param>
/// <param name="Steps">The steps it tells; none for what never came to be a step.</param>
/// <param name="At">The line it points at, or null.</param>
/// <param name="Reason">Why it is the row to look at, or null.</param>
/// <param name="IsToldAgain">True when the circle below the table says the reason once more.</param>
internal sealed record Row(int Thread, string Text, IReadOnlyList<StepRecord> Steps, SourceLine? At, string? Reason = null, bool IsToldAgain = false)
{
    /// <summary>True when this row must not be folded into another.</summary>
    public bool IsMarked => Reason is not null;

    /// <summary>True for a step that was told as it is.</summary>
    public bool IsSingle => Steps.Count == 1;
}
