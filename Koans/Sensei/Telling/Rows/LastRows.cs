using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling.Rows;

/// <summary>What the threads that cannot move are at, when a run ends with nobody able to go on.</summary>
internal static class LastRows
{
    /// <summary>A row for each thread that waits for something other than the end of another one.</summary>
    public static IEnumerable<Row> Of(Tale tale)
    {
        var missed = tale.Run.Ending is LostWakeUp lost ? lost.Waiter : -1;
        foreach (var blocked in tale.Waiting)
        {
            if (!tale.Full && Stuck.IsMerePatience(tale, blocked))
            {
                continue;
            }

            yield return new Row(
                blocked.Thread,
                Stuck.WaitsFor(tale, blocked),
                [],
                blocked.At,
                blocked.Thread == missed ? "waits for a signal that has already come" : Stuck.Because(tale, blocked));
        }
    }
}
