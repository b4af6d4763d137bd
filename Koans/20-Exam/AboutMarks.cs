using Xunit;

namespace Koans.Exam;

// How the exam marks. No answer is written down anywhere: what is true is found out by trying, every time.
internal static class Marks
{
    /// <summary>All that can come of a program.</summary>
    public static IReadOnlySet<string> Outcomes(Func<string> program, bool forbidDataRaces = false) =>
        Explore.Outcomes(program, options: new KoanOptions { ForbidDataRaces = forbidDataRaces }).Outcomes;

    /// <summary>What comes of a program in one order.</summary>
    public static string Outcome(Func<string> program, string[] order, bool forbidDataRaces = false)
    {
        var one = Explore.Follow(program, order, new KoanOptions { ForbidDataRaces = forbidDataRaces });
        if (one.Fault is { } fault)
        {
            Assert.Fail($"One of your orders cannot be followed. {fault}");
        }

        return one.Outcome;
    }

    /// <summary>How many of the answers are what was found out.</summary>
    public static int Count(params bool[] isRight) => isRight.Count(right => right);
}
