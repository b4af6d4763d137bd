using System.Text;
using Sensei.Records;

namespace Grader.Telling;

/// <summary>
/// The run that goes wrong as a sequence diagram in mermaid's language, built from Sensei's record and never from message
/// text. Who takes part has a made-up name, and what is written is made of letters that mean nothing to mermaid.
/// </summary>
public static class Diagram
{
    private const int MostSteps = 40, MostPlaces = 5, LongestName = 30, LongestText = 80;

    /// <summary>The diagram; null where there is nothing to draw.</summary>
    /// <param name="record">What the judge found.</param>
    public static string? Of(KoanRecord record)
    {
        if (record.Run is not { } run)
        {
            return null;
        }

        var told = record.Told.ToHashSet();
        var steps = run.Steps.Where(step => told.Contains(step.Number)).ToList();
        var reasons = record.Reasons.ToLookup(reason => reason.Step, reason => reason.Text);
        var waiting = Waiting(run.Ending);
        var threads = steps.Select(step => step.Thread).Concat(waiting.Select(blocked => blocked.Thread)).Distinct()
            .OrderBy(thread => thread == 0).ThenBy(thread => thread).ToList();
        if (threads.Count == 0)
        {
            return null;
        }

        var places = steps.Where(step => IsAtPlace(step.Kind) && step.Location >= 0).GroupBy(step => step.Location)
            .OrderByDescending(group => group.Count()).Take(MostPlaces).OrderBy(group => group.First().Number)
            .Select((group, number) => (group.Key, Id: $"p{number + 1}", Name: group.First().Target)).ToDictionary(place => place.Key, place => (place.Id, place.Name));
        var lines = new List<string> { "sequenceDiagram" };
        lines.AddRange(threads.Select(thread => $"    actor t{thread} as {Name(ThreadOf(run, thread), "thread")}"));
        lines.AddRange(places.Values.Select(place => $"    participant {place.Id} as {Name(place.Name, "value")}"));

        var left = Math.Max(0, steps.Count - MostSteps);
        if (left > 0)
        {
            lines.Add($"    Note over t{threads[0]}: {left} steps before are left out");
        }

        foreach (var step in steps.Skip(left))
        {
            lines.Add("    " + Step(step, places, threads, ThreadsByName(run, threads)));
            lines.AddRange(reasons[step.Number].Select(reason => $"    Note over t{step.Thread}: {Words(reason)}"));
        }

        lines.AddRange(waiting.Where(blocked => threads.Contains(blocked.Thread)).Select(blocked =>
            places.TryGetValue(blocked.Location, out var place)
                ? $"    t{blocked.Thread}--x{place.Id}: {(blocked.Spins ? "goes round and round" : "waits for ever")}"
                : $"    Note over t{blocked.Thread}: {Words((blocked.Spins ? "goes round, until " : "waits for ever for ") + blocked.For)}"));
        if (record.Sentence.Length > 0)
        {
            lines.Add($"    Note over t{threads[0]}{(threads.Count > 1 ? $",t{threads[^1]}" : "")}: {Words(record.Sentence, LongestText * 2)}");
        }

        return string.Join('\n', lines);
    }

    private static string Step(
        StepRecord step, Dictionary<int, (string Id, string Name)> places, List<int> threads, Dictionary<string, int> byName)
    {
        if (IsAtPlace(step.Kind) && places.TryGetValue(step.Location, out var place))
        {
            var arrow = step.Kind == StepKind.Refused ? "--x" : "->>";
            return $"t{step.Thread}{arrow}{place.Id}: {Words(Without(step.Text, place.Name))}";
        }

        return step.Kind is StepKind.Start or StepKind.Join && byName.TryGetValue(step.Target, out var other) && other != step.Thread
            ? $"t{step.Thread}->>t{other}: {Words(Without(step.Text, step.Target))}"
            : $"Note over t{step.Thread}: {Words(step.Text)}";
    }

    private static bool IsAtPlace(StepKind kind) => kind is StepKind.Read or StepKind.Write or StepKind.Update or StepKind.Acquire
        or StepKind.Release or StepKind.Refused or StepKind.Wait or StepKind.Signal;

    private static Dictionary<string, int> ThreadsByName(RunRecord run, List<int> threads) =>
        threads.GroupBy(thread => ThreadOf(run, thread)).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single());

    private static string ThreadOf(RunRecord run, int thread) => run.Threads.FirstOrDefault(known => known.Id == thread)?.Name ?? "";

    /// <summary>The name of the place is the arrow's end already: "reads _total: 1" is "reads: 1".</summary>
    private static string Without(string text, string name) =>
        name.Length > 0 && text.IndexOf(" " + name, StringComparison.Ordinal) is > 0 and var at ? text.Remove(at, name.Length + 1) : text;

    private static IReadOnlyList<Blocked> Waiting(Ending ending) => ending switch
    {
        Deadlock deadlock => deadlock.Waiting,
        LostWakeUp lost => lost.Waiting,
        Livelock livelock => livelock.Waiting,
        _ => [],
    };

    private static string Name(string name, string otherwise)
    {
        var words = Words(name, LongestName);
        // a lone keyword would not be taken for a name
        return words == "·" ? otherwise : words.Any(char.IsUpper) || words.Contains('_') ? words : $"{otherwise} {words}";
    }

    /// <summary>Words made of letters, digits and what marks a sentence; anything else becomes a space.</summary>
    private static string Words(string text, int longest = LongestText)
    {
        var plain = new StringBuilder();
        foreach (var letter in text)
        {
            var isPlain = char.IsLetterOrDigit(letter) || letter is '_' or '.' or ',' or '(' or ')' or '\'' or '?' or '/' or '=' or '+' or ':';
            if (isPlain || letter == '-')
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        var words = plain.ToString().Trim(' ', ':', '-');
        return words.Length == 0 ? "·" : words.Length > longest ? words[..longest].TrimEnd() + "…" : words;
    }
}
