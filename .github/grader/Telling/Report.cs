using Sensei.Records;
using Sensei.Telling;

namespace Grader.Telling;

/// <summary>What of a grade is told everywhere, in the terminal and on a page.</summary>
internal static class Report
{
    private const int Longest = 40;

    /// <summary>The progress bar with its numbers.</summary>
    public static string Bar(int met, int total)
    {
        var length = Math.Min(Longest, Math.Max(1, total));
        var full = total == 0 ? 0 : length * met / total;
        return $"{new string('█', full)}{new string('░', length - full)}  {met} of {total} koans";
    }

    /// <summary>The story of a koan that is not met, as it may be printed.</summary>
    public static string Story(KoanGrade koan)
    {
        if (koan.Record is not { } record)
        {
            return Text.Block($"{koan.Place.Lesson} · {koan.Place.Koan}\n\n{koan.Why} It counts as not met.\n\nHints     {koan.Place.Hints}");
        }

        var verdict = new Verdict(
            record.Verdict, record.Orders, record.FailingOrders, record.IsProof, record.Preemptions, record.Run, record.Contrast,
            record.Token, TimeSpan.FromMilliseconds(record.Milliseconds))
        {
            IsReplay = record.IsReplay,
        };
        return Text.Block(Teller.Tell(verdict, koan.Place).Trim('\n'));
    }

    /// <summary>Names in a sentence, not too many of them.</summary>
    public static string Some(IReadOnlyList<string> names, Func<string, string> told, int most = 8) =>
        string.Join(", ", names.Take(most).Select(told)) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
