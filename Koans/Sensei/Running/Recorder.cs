using Sensei.Records;
using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>Listens in on the one run that is told, and makes its record.</summary>
internal sealed class Recorder
{
    /// <summary>Printed lines beyond these are not kept: nobody would read them.</summary>
    private const int MostPrints = 1_000;

    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<int, int> _stepOfEvent = [];
    private readonly HashSet<(Strand, Exception)> _failed = [];
    private bool _closed;
    private int _prints;

    /// <summary>Notes a step that has just been done.</summary>
    /// <param name="strand">Who did it.</param>
    /// <param name="kind">What it was.</param>
    /// <param name="text">In words, with {0} for the target's name.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="value">The value read or written, formatted.</param>
    /// <param name="site">Where in the source.</param>
    /// <param name="before">For a change, the value that was there before, where the step itself knows it.</param>
    internal void Note(Strand strand, StepKind kind, string text, Location? target, string? value, int site, string? before = null)
    {
        if (_closed)
        {
            return;
        }

        // what is printed after a step, or stops there, is not what the step did
        if (kind != StepKind.Print && (kind != StepKind.Throw || !_stepOfEvent.ContainsKey(strand.Run.LastEvent)))
        {
            _stepOfEvent[strand.Run.LastEvent] = _drafts.Count;
        }
        else if (kind == StepKind.Print && ++_prints > MostPrints)
        {
            return;
        }

        _drafts.Add(new Draft(
            strand.Id, kind, text, target, value, site, strand.Held.Entries.Select(h => h.Location.Id).ToArray(), before));
    }

    /// <summary>The field that a learner's reference was just seen in names the object it refers to.</summary>
    internal static void Name(Strand strand, object? value, Field field, object? holder, int index)
    {
        if (value is null or string || value.GetType().IsPrimitive || value is Delegate)
        {
            return;
        }

        var run = strand.Run;
        var state = run.StateOf(value);
        // a field names an object better than a captured local does, and the first field seen better than a later one
        if (state.Name.Field is null || (state.Name.Field.IsCaptured && !field.IsCaptured))
        {
            if (!ReferenceEquals(holder, value))
            {
                state.Name = new Naming(field, holder is null ? null : run.StateOf(holder), index);
            }
        }
    }

    internal void Threw(Strand strand, Exception error)
    {
        if (strand.Id != 0)
        {
            Failed(strand, error);
        }

        _closed = true;
    }

    /// <summary>An exception ends what the strand was doing, and perhaps more than that; it is told where it does so first.</summary>
    internal void Failed(Strand strand, Exception error)
    {
        if (!_failed.Add((strand, error)))
        {
            return;
        }

        var message = Endings.MessageOf(strand, error);
        Note(strand, StepKind.Throw, $"stops: {message.ReplaceLineEndings(" ")}", null, message, SiteOf(strand));
    }

    /// <summary>The record of the finished run.</summary>
    internal RunRecord Build(Run run)
    {
        var names = new Names(run);
        var threads = run.Strands
            .Select(s => new ThreadRecord(s.Id, Names.Of(s), s.Face.IsBackground))
            .ToList();
        var steps = new List<StepRecord>(_drafts.Count);
        var values = new Dictionary<int, string?>();
        foreach (var draft in _drafts)
        {
            var target = draft.Target is null ? "" : names.Of(draft.Target);
            var location = draft.Target?.Id ?? -1;
            steps.Add(new StepRecord(
                steps.Count,
                draft.Thread,
                draft.Kind,
                draft.Text.Replace("{0}", target, StringComparison.Ordinal),
                target,
                location,
                draft.Value,
                run.Sites.Line(draft.Site),
                draft.Held)
            {
                Before = draft.Kind is StepKind.Write or StepKind.Update ? draft.Before ?? values.GetValueOrDefault(location) : null,
            });
            if (draft.Kind is StepKind.Read or StepKind.Write or StepKind.Update)
            {
                values[location] = draft.Value;
            }
        }

        var ending = run.Ending ?? new Met();
        if (ending is LostWakeUp lost)
        {
            ending = lost with { SignalStep = _stepOfEvent.GetValueOrDefault(lost.SignalStep, -1) };
        }

        if (ending is DataRace race)
        {
            ending = race with
            {
                Earlier = race.Earlier with { Step = StepOf(race.Earlier.Step) },
                Later = race.Later with { Step = StepOf(race.Later.Step) },
            };
        }

        return new RunRecord(threads, steps, ending);
    }

    /// <summary>How many steps have been noted so far.</summary>
    internal int Count => _drafts.Count;

    /// <summary>What a thread did last, printing apart; null when nothing of it has been noted since there were so many steps.</summary>
    internal (StepKind Kind, string Text)? LastOf(Strand strand, int since) =>
        _drafts.Skip(since).LastOrDefault(draft => draft.Thread == strand.Id && draft.Kind != StepKind.Print) is { } last
            ? (last.Kind, last.Text.Replace("{0}", last.Target is null ? "it" : new Names(strand.Run).Of(last.Target), StringComparison.Ordinal))
            : null;

    /// <summary>The step that tells of an event, or -1.</summary>
    internal int StepOf(int eventIndex) => _stepOfEvent.GetValueOrDefault(eventIndex, -1);

    private static int SiteOf(Strand strand)
    {
        for (var i = strand.Run.LastEvent; i >= 0; i--)
        {
            if (strand.Run.Trace[i].Thread == strand.Id)
            {
                return strand.Run.Trace[i].Operation.Site;
            }
        }

        return -1;
    }

    private sealed record Draft(
        int Thread, StepKind Kind, string Text, Location? Target, string? Value, int Site, int[] Held, string? Before);
}
