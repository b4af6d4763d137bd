using Sensei.Records;

namespace Sensei.Running;

/// <summary>Tells how a run ended from the state in which it stopped.</summary>
internal static class Endings
{
    /// <summary>Nobody can move: everybody is done, or somebody is stuck.</summary>
    internal static Ending Stuck(Run run)
    {
        var stopped = run.Stopped;
        var stuck = run.Strands.Where(s => !s.IsDone && s != stopped && !(s.IsOptional && !s.HasMoved) && s.Pending.Gate is not IIdles).ToList();
        if (stuck.All(s => s.Face.IsBackground && s.Id != 0))
        {
            var busy = run.ForbidsBusyWaiting ? stuck.FindAll(Spins) : [];
            return busy.Count == 0 ? new Met() : new Livelock(busy.ConvertAll(s => Describe(run, s)));
        }

        var waiting = stuck.ConvertAll(s => Describe(run, s));
        if (stopped is not null)
        {
            var names = new Names(run);
            return stuck.All(WaitsForOthers)
                ? new Met()
                : new HeldUp(
                    stopped.Id,
                    run.Sites.Line(stopped.Pending.Site),
                    [.. stopped.Held.Entries.Select(held => names.Of(held.Location)).Distinct()],
                    waiting);
        }

        if (stuck.Exists(Spins))
        {
            return new Livelock(waiting);
        }

        foreach (var strand in stuck)
        {
            if (strand.Pending.Gate is IMissesSignals gate && gate.MissedSignal(strand) is >= 0 and var missed)
            {
                return new LostWakeUp(waiting, missed, strand.Id);
            }
        }

        return new Deadlock(waiting);
    }

    /// <summary>An exception left a strand: for the koan's own strand that is a failed check.</summary>
    internal static Ending Of(Run run, Strand strand, Exception error)
    {
        error = Plain(error);
        // looking up lines costs a millisecond: only the run that is told needs them
        var at = run.Recorder is null ? null : Frames.Innermost(error);
        return Of(strand.Id, error, at, MessageOf(strand, error));
    }

    /// <summary>The same of a thread of a live run.</summary>
    internal static Ending Of(int thread, Exception error)
    {
        error = Plain(error);
        if (error is AggregateException { InnerExceptions: [var first, ..] })
        {
            error = first;
        }

        return Of(thread, error, Frames.Innermost(error), MessageOf(error));
    }

    private static Ending Of(int thread, Exception error, SourceLine? at, string message) => thread == 0 && IsCheck(error)
        ? new WrongResult(message, at)
        : new ThreadException(thread, error.GetType().FullName ?? error.GetType().Name, message, at);

    private static Exception Plain(Exception error) =>
        error is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : error;

    /// <summary>What an exception says. One of the learner's own may fail even at that.</summary>
    internal static string MessageOf(Strand strand, Exception error)
    {
        strand.Atomic++;
        try
        {
            return MessageOf(error);
        }
        finally
        {
            strand.Atomic--;
        }
    }

    /// <summary>Folders that programs make below the temporary one have names made of chance, which would differ from run to run.</summary>
    private static string WithoutChance(string message)
    {
        var temporary = System.IO.Path.GetTempPath();
        return message.Contains(temporary, StringComparison.Ordinal)
            ? System.Text.RegularExpressions.Regex.Replace(
                message, System.Text.RegularExpressions.Regex.Escape(temporary) + @"[^/\\'""]+[/\\]", "")
            : message;
    }

    private static string MessageOf(Exception error)
    {
        try
        {
            // of two who notice a cancellation on real threads, chance decides which does so first
            return error is TaskCanceledException && error.Message == new TaskCanceledException().Message
                ? new OperationCanceledException().Message
                : WithoutChance(error.Message);
        }
        catch (Exception second) when (second is not RunAbandoned)
        {
            return $"{error.GetType().Name}, whose message cannot be read.";
        }
    }

    /// <summary>The koan itself, waiting for the end of threads or tasks: it does not have to end before they do.</summary>
    private static bool WaitsForOthers(Strand strand) =>
        strand.Id == 0 && strand.Pending.Gate?.Describe(strand) is { } waiting
        && (waiting.What == WaitsFor.Thread || waiting.For?.Owner?.Target is Task);

    private static bool IsCheck(Exception error) =>
        error.GetType().Namespace is "Xunit.Sdk" or "FluentAssertions.Execution";

    /// <summary>Held back because it only goes round; who would have to wait anyway, for ever if need be, sleeps.</summary>
    private static bool Spins(Strand strand) =>
        strand.Spinning is { IsArmed: true, OnlyTimeOuts: false }
        && (strand.Pending.TimesOut || strand.Pending.Gate?.IsOpen(strand) != false);

    private static Blocked Describe(Run run, Strand strand)
    {
        var names = new Names(run);
        var at = run.Sites.Line(strand.Pending.Site);
        if (Spins(strand))
        {
            var location = strand.Spinning.LooksAt;
            return new Blocked(strand.Id, location is null ? "" : names.Of(location), location?.Id ?? -1, WaitsFor.Value, true, run.Sites.Line(strand.Spinning.Site) ?? at, []);
        }

        if (strand.Pending.Gate is not { } gate)
        {
            return new Blocked(strand.Id, "", -1, WaitsFor.Signal, false, at, []);
        }

        var waiting = gate.Describe(strand);
        return new Blocked(
            strand.Id,
            waiting.For is null ? "" : names.Of(waiting.For),
            waiting.For?.Id ?? -1,
            waiting.What,
            false,
            at,
            waiting.Holders.Select(h => new Holder(h.Strand.Id, run.Sites.Line(h.Site))).ToList())
        {
            Callers = strand.Callers,
        };
    }
}

/// <summary>A gate that opens by a signal which is lost when nobody waits.</summary>
internal interface IMissesSignals
{
    /// <summary>The event of a signal that was given before the thread began to wait; -1 when there was none.</summary>
    int MissedSignal(Strand strand);
}
