using System.Globalization;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// An order in plain words, an entry for each step: "Alice", or "Alice reads", which is checked; or for several steps
/// "Alice until line 12" and "Alice to the end". The koan's own thread moves when it can, unless the order speaks of
/// "main". What no other thread could notice takes no entry, and neither does starting, ending and joining. Where the
/// order ends, everybody goes on as it comes.
/// </summary>
/// <param name="entries">The order.</param>
/// <param name="at">Where it is written; null where that is not known.</param>
/// <param name="contended">See <see cref="Contention"/>.</param>
internal sealed class WrittenOrder(IReadOnlyList<string> entries, SourceLine? at, HashSet<long> contended) : IStrategy
{
    private const string Main = "main";

    private readonly bool _speaksOfMain = entries.Any(entry => Is(entry, Main, out _));
    private int _next;
    private (int Entry, string Verb, int Thread, int Since)? _promised;

    /// <inheritdoc/>
    public int Prefix => 0;

    /// <summary>What is wrong with the order itself, in a sentence; null when it could be followed.</summary>
    internal string? Fault { get; private set; }

    /// <inheritdoc/>
    public int Settled(int depth) => throw new InvalidOperationException("Nothing is settled.");

    /// <inheritdoc/>
    public void Executed(int depth, Run run)
    {
    }

    /// <inheritdoc/>
    public int Choose(int depth, int current, ulong enabled, ulong reluctant, Run run)
    {
        if (!KeepsPromise(run))
        {
            return IStrategy.Redundant;
        }

        foreach (var strand in run.Strands)
        {
            if (IsIn(enabled, strand) && (strand.Id == 0 && IsMainFree(run) || TakesNoEntry(strand.Pending)))
            {
                return strand.Id;
            }
        }

        while (_next < entries.Count)
        {
            var entry = entries[_next].Trim();
            if (Find(run, entry, out var rest) is not { } strand)
            {
                return Refuse(run, $"nobody has that name. There are {Everybody(run)}.");
            }

            switch (HowFar(run, strand, rest))
            {
                case Progress.Arrived:
                    _next++;
                    continue;
                case Progress.Unknown:
                    return Refuse(run, $"after a name comes nothing, a word like reads, writes, takes or gives, \"until line 12\", or \"to the end\".");
            }

            if (strand.IsDone)
            {
                return Refuse(run, $"{Names.Of(strand)} has nothing more to do by then.");
            }

            if (!IsIn(enabled, strand))
            {
                return Refuse(run, $"{Names.Of(strand)} cannot move there{Because(run, strand)}.");
            }

            if (IsOneStep(rest))
            {
                _promised = rest.Length == 0 ? null : (_next, rest, strand.Id, run.Recorder?.Count ?? 0);
                _next++;
            }

            return strand.Id;
        }

        return Dpor.Prefer(current, enabled, reluctant);
    }

    /// <summary>Looks at the end of the run whether all of the order was needed.</summary>
    internal void Finish(Run run)
    {
        if (Fault is not null || !KeepsPromise(run) || run.Ending is not (Met or WrongResult))
        {
            return;
        }

        while (_next < entries.Count && Find(run, entries[_next], out var rest) is { } strand && HowFar(run, strand, rest) == Progress.Arrived)
        {
            _next++;
        }

        if (_next < entries.Count)
        {
            _ = Refuse(run, "by then everybody has come to the end.");
        }
    }

    /// <summary>Whether the koan's own thread moves by itself: there is nobody else, or nobody wants it otherwise.</summary>
    private bool IsMainFree(Run run) => !_speaksOfMain || run.Strands.Count == 1;

    private bool TakesNoEntry(in Operation pending) =>
        pending.IsEnd || pending.First is { } location
        && (location.Key == LocationKey.Life ? pending.FirstAccess != Access.Read
            : pending.Gate is null && (LocationKey.IsField(location.Key) || LocationKey.IsElement(location.Key)) && !contended.Contains(location.Key));

    private static bool IsIn(ulong set, Strand strand) => (set >> strand.Id & 1) != 0;

    private static bool IsOneStep(string rest) => rest.Length == 0 || KindsOf(rest) is not null;

    /// <summary>Whether the words after a name still have to bring its thread forward.</summary>
    private static Progress HowFar(Run run, Strand strand, string rest)
    {
        const string line = "until line ";
        if (rest is "to the end" or "until the end")
        {
            return strand.IsDone ? Progress.Arrived : Progress.UnderWay;
        }

        if (rest.StartsWith(line, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(rest.AsSpan(line.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return !strand.IsDone && run.Sites.Line(strand.Pending.Site)?.Line == number ? Progress.Arrived : Progress.UnderWay;
        }

        return IsOneStep(rest) ? Progress.UnderWay : Progress.Unknown;
    }

    /// <summary>Whether the last step was of the kind that its entry said.</summary>
    private bool KeepsPromise(Run run)
    {
        if (_promised is not { } promised || run.Recorder?.LastOf(run.Strands[promised.Thread], promised.Since) is not { } done)
        {
            return true;
        }

        _promised = null;
        if (KindsOf(promised.Verb)!.Contains(done.Kind))
        {
            return true;
        }

        _next = promised.Entry;
        _ = Refuse(run, $"what {Names.Of(run.Strands[promised.Thread])} does there is another thing: {done.Text}.");
        return false;
    }

    private static StepKind[]? KindsOf(string verb) => verb.Split(' ')[0].ToLowerInvariant() switch
    {
        "reads" or "looks" or "finds" => [StepKind.Read],
        "writes" or "changes" or "sets" => [StepKind.Write, StepKind.Update, StepKind.Signal, StepKind.Release],
        "updates" or "adds" => [StepKind.Update],
        "takes" or "enters" => [StepKind.Acquire],
        "tries" => [StepKind.Acquire, StepKind.Refused],
        "gives" or "leaves" or "releases" => [StepKind.Release],
        "waits" => [StepKind.Wait, StepKind.Acquire, StepKind.Join],
        "signals" or "pulses" => [StepKind.Signal, StepKind.Release],
        "starts" => [StepKind.Start],
        "joins" => [StepKind.Join],
        "sleeps" or "pauses" or "yields" => [StepKind.Pause],
        _ => null,
    };

    /// <summary>The thread that an entry begins with, and what follows its name.</summary>
    private static Strand? Find(Run run, string entry, out string rest)
    {
        foreach (var strand in run.Strands.OrderByDescending(strand => Names.Of(strand).Length))
        {
            if (Is(entry, Names.Of(strand), out rest) || (strand.Id == 0 && Is(entry, Main, out rest)))
            {
                return strand;
            }
        }

        rest = "";
        return null;
    }

    private static bool Is(string entry, string name, out string rest)
    {
        entry = entry.Trim();
        rest = entry.Length > name.Length ? entry[name.Length..].Trim() : "";
        return entry.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (entry.Length == name.Length || entry[name.Length] == ' ');
    }

    private static string Everybody(Run run)
    {
        var names = run.Strands.Where(strand => strand.Id != 0).Select(Names.Of).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Because(Run run, Strand strand) =>
        strand.Pending.Gate?.Describe(strand) is { For: { } what } ? $": it would have to wait for {new Names(run).Of(what)}" : "";

    private int Refuse(Run run, string why)
    {
        Fault = $"Entry {_next + 1} of the order is \"{entries[_next].Trim()}\", but {why}";
        run.Refuse(new WrongResult(Fault, at));
        return IStrategy.Redundant;
    }

    private enum Progress
    {
        UnderWay,
        Arrived,
        Unknown,
    }
}
