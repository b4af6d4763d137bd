using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="CancellationTokenSource"/>. The real one calls the callbacks, on the thread that cancels; the time after
/// which it cancels itself is virtual, and a thread of its own lets it pass.
/// </summary>
[Follows(typeof(CancellationTokenSource))]
public static class CancellationSources
{
    /// <summary>Follows <see cref="CancellationTokenSource()"/>.</summary>
    public static CancellationTokenSource New(int site) => new();

    /// <summary>Follows <see cref="CancellationTokenSource(int)"/>.</summary>
    public static CancellationTokenSource New(int millisecondsDelay, int site)
    {
        if (Strand.Current is null || millisecondsDelay <= 0)
        {
            return new CancellationTokenSource(millisecondsDelay);
        }

        return New(Clocks.Milliseconds(millisecondsDelay), site);
    }

    /// <summary>Follows <see cref="CancellationTokenSource(TimeSpan)"/>.</summary>
    public static CancellationTokenSource New(TimeSpan delay, int site)
    {
        if (Strand.Current is null || delay <= TimeSpan.Zero)
        {
            return new CancellationTokenSource(delay);
        }

        var source = new CancellationTokenSource();
        CancelAfter(source, delay, site);
        return source;
    }

    /// <summary>Follows <see cref="CancellationTokenSource.CreateLinkedTokenSource(CancellationToken)"/>.</summary>
    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token, int site) => Link([token], site);

    /// <summary>Follows <see cref="CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, CancellationToken)"/>.</summary>
    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token1, CancellationToken token2, int site) =>
        Link([token1, token2], site);

    /// <summary>Follows <see cref="CancellationTokenSource.CreateLinkedTokenSource(CancellationToken[])"/>.</summary>
    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken[] tokens, int site) => Link(tokens, site);

    /// <summary>Follows <see cref="CancellationTokenSource.CreateLinkedTokenSource(ReadOnlySpan{CancellationToken})"/>.</summary>
    public static CancellationTokenSource CreateLinkedTokenSource(ReadOnlySpan<CancellationToken> tokens, int site) =>
        Link(tokens.ToArray(), site);

    /// <summary>Follows <see cref="CancellationTokenSource.Cancel()"/>.</summary>
    public static void Cancel(CancellationTokenSource target, int site) => Cancel(target, throwOnFirstException: false, site);

    /// <summary>Follows <see cref="CancellationTokenSource.Cancel(bool)"/>.</summary>
    public static void Cancel(CancellationTokenSource target, bool throwOnFirstException, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            var location = Cancelling.LocationOf(me, target);
            me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
            Note(me, target, location, site);
        }

        target!.Cancel(throwOnFirstException);
    }

    /// <summary>Follows <see cref="CancellationTokenSource.CancelAsync"/>: cancelled at once, and the callbacks are called on the pool.</summary>
    public static Task CancelAsync(CancellationTokenSource target, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return target!.CancelAsync();
        }

        var location = Cancelling.LocationOf(me, target);
        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        Note(me, target, location, site);
        var callbacks = Callbacks.Of(location);
        var later = callbacks.Later;
        callbacks.IsLater = true;
        target.Cancel();
        callbacks.IsLater = false;
        return later.Count == 0 ? Task.CompletedTask : Jobs.Run(() => Call(location, later, site), Call, site);
    }

    /// <summary>Follows <see cref="CancellationTokenSource.CancelAfter(int)"/>.</summary>
    public static void CancelAfter(CancellationTokenSource target, int millisecondsDelay, int site)
    {
        if (millisecondsDelay < Timeout.Infinite)
        {
            target.CancelAfter(millisecondsDelay);
        }

        CancelAfter(target, Clocks.Milliseconds(millisecondsDelay), site);
    }

    /// <summary>Follows <see cref="CancellationTokenSource.CancelAfter(TimeSpan)"/>.</summary>
    public static void CancelAfter(CancellationTokenSource target, TimeSpan delay, int site)
    {
        if (target is null || Strand.Current is not { } me || delay < Timeout.InfiniteTimeSpan)
        {
            target!.CancelAfter(delay);
            return;
        }

        var location = Cancelling.LocationOf(me, target);
        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        target.CancelAfter(Timeout.Infinite);
        if (!target.IsCancellationRequested)
        {
            Deadline.Begin(me, target, location, delay, site);
        }
    }

    /// <summary>Follows <see cref="CancellationTokenSource.Token"/>: asking for it changes nothing.</summary>
    public static CancellationToken get_Token(CancellationTokenSource target, int site) => target.Token;

    /// <summary>Follows <see cref="CancellationTokenSource.IsCancellationRequested"/>.</summary>
    public static bool get_IsCancellationRequested(CancellationTokenSource target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            Look(me, target, site);
        }

        return target!.IsCancellationRequested;
    }

    /// <summary>Follows <see cref="CancellationTokenSource.TryReset"/>.</summary>
    public static bool TryReset(CancellationTokenSource target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            var location = Cancelling.LocationOf(me, target);
            me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
            Deadline.End(location);
        }

        return target!.TryReset();
    }

    /// <summary>Follows <see cref="CancellationTokenSource.Dispose()"/>.</summary>
    public static void Dispose(CancellationTokenSource target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            var location = Cancelling.LocationOf(me, target);
            var time = me.Time;
            me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
            // that its time was up before nobody has waited for: who throws it away does not look at it
            me.Time = time;
            Deadline.End(location);
        }

        target!.Dispose();
    }

    /// <summary>The step that looks whether a source has been cancelled.</summary>
    internal static void Look(Strand me, CancellationTokenSource source, int site)
    {
        var location = Cancelling.LocationOf(me, source);
        me.Step(new Operation(site, location, Access.Read));
        var cancelled = source.IsCancellationRequested;
        me.Run.Recorder?.Note(
            me, StepKind.Read, cancelled ? "finds {0} cancelled" : "finds {0} not cancelled", location, Values.Format(cancelled), site);
    }

    /// <summary>The source is about to be cancelled for real.</summary>
    internal static void Note(Strand me, CancellationTokenSource source, Location location, int site)
    {
        if (!source.IsCancellationRequested)
        {
            location.Version++;
            me.Run.NoteEffect(me);
        }

        me.Run.Recorder?.Note(me, StepKind.Signal, "cancels {0}", location, null, site);
    }

    private static Nothing Call(Location location, List<Callback> later, int site)
    {
        List<Exception> errors = [];
        while (true)
        {
            Strand.Current!.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
            if (later.Count == 0)
            {
                return errors.Count == 0 ? default : throw new AggregateException(errors);
            }

            var next = later[0];
            later.RemoveAt(0);
            try
            {
                next.Run();
            }
            catch (Exception error) when (error is not RunAbandoned)
            {
                errors.Add(error);
            }
        }
    }

    private static CancellationTokenSource Link(CancellationToken[] tokens, int site)
    {
        if (Strand.Current is not { } me || tokens is null or { Length: 0 })
        {
            return CancellationTokenSource.CreateLinkedTokenSource(tokens!);
        }

        var linked = new Linked();
        foreach (var token in tokens)
        {
            if (Cancelling.LocationOf(me, token) is { } location)
            {
                me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
                linked.Follow(me, token, site);
            }
        }

        return linked;
    }

    /// <summary>
    /// A source that is cancelled with others, in a step of its own: between theirs and its own others may look.
    /// </summary>
    private sealed class Linked : CancellationTokenSource
    {
        private readonly List<CancellationTokenRegistration> _ties = [];

        internal void Follow(Strand me, CancellationToken token, int site)
        {
            if (token.IsCancellationRequested)
            {
                Cancel();
            }
            else
            {
                _ties.Add(Cancelling.WhenCancelled(me, token, _ => CancellationSources.Cancel(this, site)));
            }
        }

        protected override void Dispose(bool disposing)
        {
            _ties.ForEach(tie => tie.Unregister());
            base.Dispose(disposing);
        }
    }
}
