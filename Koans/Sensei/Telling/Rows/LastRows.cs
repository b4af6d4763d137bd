using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling.Rows;

/// <summary>What the threads that cannot move are at, when a run ends with nobody able to go on.</summary>
internal static class LastRows
{
    /// <summary>Adds a row for each thread that waits for something other than the end of another one.</summary>
    public static List<Row> Add(Tale tale, List<Row> rows)
    {
        var told = new List<Row>(rows);
        var missed = tale.Run.Ending is LostWakeUp lost ? lost.Waiter : -1;
        var hasCircle = Ring.In(tale.Waiting).Count > 1;
        foreach (var blocked in tale.Waiting.Where(blocked => blocked.What != WaitsFor.PoolThread).Where(blocked => tale.Full || !Stuck.IsMerePatience(tale, blocked)))
        {
            var reason = blocked.Thread == missed ? "waits for a signal that has already come" : Stuck.Because(tale, blocked);
            var entry = told.FindLastIndex(row => row.Thread == blocked.Thread);
            if (entry >= 0 && blocked.What is WaitsFor.Signal or WaitsFor.Item or WaitsFor.Room && told[entry].IsSingle && told[entry].Steps[0].Kind == StepKind.Wait)
            {
                // It went to sleep in a step of its own: that is the row which is never left.
                told[entry] = told[entry] with { Reason = reason };
                continue;
            }

            told.Add(new Row(blocked.Thread, Stuck.WaitsFor(tale, blocked), [], Stuck.At(tale, blocked), reason, hasCircle));
        }

        return told;
    }
}
