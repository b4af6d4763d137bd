using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling.Rows;

/// <summary>
/// Where the koan finds something else than it expects, and nothing that was done is the reason: what had been started and
/// was not done yet.
/// </summary>
internal static class Unfinished
{
    private const string Reason = "not done when the koan looks";

    /// <summary>A row for each async method that was left at an await, and for each task that had not begun.</summary>
    public static IEnumerable<Row> In(Tale tale)
    {
        if (tale.Run.Ending is not WrongResult || tale.Why.Reasons.Count > 0 || !tale.Run.Steps.Any(TaskStep.IsAwaiting))
        {
            yield break;
        }

        foreach (var thread in tale.Run.Threads.Where(thread => thread.Id != 0))
        {
            var own = tale.Run.Steps.Where(step => step.Thread == thread.Id).ToList();
            if (own.Count == 0 && tale.Run.Steps.FirstOrDefault(step => step.Kind == StepKind.Start && step.Text == $"starts {thread.Name}") is { } start)
            {
                yield return new Row(thread.Id, "has not begun", [], start.At, Reason);
            }
            else if (own.LastOrDefault(step => step.Kind != StepKind.End) is { } last && TaskStep.IsAwaiting(last))
            {
                // a thread may have ended long ago that has called an async method
                var method = last.At?.Member.Split('.')[^1];
                var who = method is null || method == thread.Name ? "" : $"{method} ";
                var on = TaskStep.IsUnnamed(last.Target) ? "is at its await" : $"awaits {Verb.Name(last)}";
                yield return new Row(thread.Id, who + on, [], last.At, Reason);
            }
        }
    }
}
