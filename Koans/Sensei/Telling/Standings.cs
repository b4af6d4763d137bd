using Sensei.Records;
using Sensei.Telling.Layout;

namespace Sensei.Telling;

/// <summary>Of a live run that did not end: where everybody stands.</summary>
internal static class Standings
{
    /// <summary>More lines than these do not help anybody.</summary>
    private const int Most = 8;

    /// <summary>One line for each place; empty where the run has ended, or nobody was seen.</summary>
    public static string Of(Tale tale)
    {
        if (tale.Run.Ending is not Hung hung)
        {
            return "";
        }

        // a koan that awaits is its own suspended method; the thread that waits for it says less
        var told = hung.Threads
            .Where(seen => seen.Thread != 0 || seen.Call is not null || !hung.Threads.Any(other => other.Awaits))
            .Select(seen => Line(tale, seen))
            .Distinct()
            .ToList();
        if (told.Count == 0)
        {
            return "";
        }

        var more = told.Count > Most ? [$"and {told.Count - Most} more."] : Array.Empty<string>();
        return string.Join("\n  ", ["Where they stand:", .. told.Take(Most).Select(line => Wrap.Paragraph(line, 4, Width.Page - 2)), .. more]);
    }

    private static string Line(Tale tale, LastSeen seen)
    {
        var at = tale.Line(seen.At);
        if (seen.Awaits)
        {
            return $"An await at {at} has not come back.";
        }

        var who = tale.Cast.First(seen.Thread);
        return seen.Call is { } call ? $"{who} {Does(call)} ({at})." : $"{who} was last seen at {at}.";
    }

    private static string Does(string call) => call switch
    {
        "Enter" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock" => "waits for a lock",
        "Join" => "waits for a thread to end",
        "Sleep" => "sleeps",
        "SignalAndWait" => "waits for the others",
        "GetResult" or "WaitAll" or "WaitAny" => "waits for a task",
        _ => $"is in {Clean.Of(call)}",
    };
}
