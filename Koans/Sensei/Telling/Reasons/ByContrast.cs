using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>When no pattern fits: the step that comes too late, compared with the nearest order that passes.</summary>
internal static class ByContrast
{
    /// <summary>The later of the two steps that set the run apart, or nothing.</summary>
    public static List<Finding> In(Tale tale)
    {
        if (tale.Verdict.Contrast is not { } apart
            || tale.Step(apart.Earlier) is not { } earlier
            || tale.Step(apart.Later) is not { } later)
        {
            return [];
        }

        var it = Verb.Name(earlier) == Verb.Name(later) ? "it" : Verb.Name(earlier);
        var reason = new Reason(later.Number, $"too late: {tale.Cast[earlier.Thread]} {Verb.HasDone(earlier, it)} already");
        return [new Finding(nameof(ByContrast), later.Location, [earlier.Number, later.Number], reason)];
    }
}
