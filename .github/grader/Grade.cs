using Sensei.Path;
using Sensei.Records;

namespace Grader;

/// <summary>What a submission has achieved.</summary>
/// <param name="Lessons">By lesson, in the order of the path.</param>
/// <param name="NotGraded">Files that differ from the course and do not count.</param>
/// <param name="Took">How long grading took.</param>
internal sealed record Grade(IReadOnlyList<LessonGrade> Lessons, IReadOnlyList<string> NotGraded, TimeSpan Took)
{
    /// <summary>Koans that are met.</summary>
    public int Met => Lessons.Sum(lesson => lesson.Met);

    /// <summary>Koans there are.</summary>
    public int Total => Lessons.Sum(lesson => lesson.Koans.Count);

    /// <summary>The first koan that is not met; null when all are.</summary>
    public KoanGrade? Next => Lessons.Select(lesson => lesson.Next).FirstOrDefault(koan => koan is not null);
}

/// <summary>What a submission has achieved in a lesson.</summary>
/// <param name="Name">The lesson's folder.</param>
/// <param name="Koans">By koan, in the order of the path: all that the course has.</param>
internal sealed record LessonGrade(string Name, IReadOnlyList<KoanGrade> Koans)
{
    /// <summary>Koans that are met.</summary>
    public int Met => Koans.Count(koan => koan.IsMet);

    /// <summary>The first koan that is not met; null when all are.</summary>
    public KoanGrade? Next => Koans.FirstOrDefault(koan => !koan.IsMet);
}

/// <summary>What came of a koan.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Place">Which koan it is.</param>
/// <param name="Record">What the judge found; null when there was no verdict.</param>
/// <param name="Why">Why there was no verdict, in a sentence; empty when there was one.</param>
internal sealed record KoanGrade(string Method, Place Place, KoanRecord? Record, string Why)
{
    /// <summary>Without a verdict a koan is not met.</summary>
    public bool IsMet => Record is { IsMet: true };
}
