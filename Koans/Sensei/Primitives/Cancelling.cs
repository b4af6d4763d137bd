using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>What a wait has to do with a token.</summary>
internal static class Cancelling
{
    /// <summary>The step that every wait with a token begins with: a cancelled one is not begun.</summary>
    internal static void Check(Strand me, CancellationToken token, int site)
    {
        if (LocationOf(me, token) is { } location)
        {
            me.Step(new Operation(site, location, Access.Read));
            Throw(me, token, location, "finds {0} cancelled", site);
        }
    }

    /// <summary>Ends a wait that has been cancelled.</summary>
    internal static void Throw(Strand me, CancellationToken token, Location awaited, int site) =>
        Throw(me, token, awaited, "stops waiting for {0}: it is cancelled", site);

    /// <summary>The location that stands for being cancelled; null for a token that never is.</summary>
    internal static Location? LocationOf(Strand me, CancellationToken token) =>
        SourceOf(ref token) is { } source ? LocationOf(me, source) : null;

    internal static Location LocationOf(Strand me, CancellationTokenSource source) =>
        me.Run.LocationOf(source, LocationKey.State);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    internal static extern ref CancellationTokenSource? SourceOf(ref CancellationToken token);

    /// <summary>A gate that opens by being cancelled, too.</summary>
    internal static IGate Or(IGate gate, CancellationToken token) => token.CanBeCanceled ? new OrCancelled(gate, token) : gate;

    /// <summary>Has something done when a token is cancelled, by whoever cancels it. The caller has taken the step.</summary>
    internal static CancellationTokenRegistration WhenCancelled(Strand me, CancellationToken token, Action<Strand> action) =>
        Register(new Callback(() => action(Strand.Current!), me.Run, isOurs: true), LocationOf(me, token)!, token, flow: false);

    /// <summary>Has .NET call something back.</summary>
    internal static CancellationTokenRegistration Register(Callback callback, Location location, CancellationToken token, bool flow)
    {
        var of = Callbacks.Of(location);
        return flow ? token.Register(() => callback.Run(of)) : token.UnsafeRegister(_ => callback.Run(of), null);
    }

    private static void Throw(Strand me, CancellationToken token, Location location, string text, int site)
    {
        if (token.IsCancellationRequested)
        {
            me.Run.Recorder?.Note(me, StepKind.Refused, text, location, null, site);
            token.ThrowIfCancellationRequested();
        }
    }

    private sealed class OrCancelled(IGate gate, CancellationToken token) : IGate
    {
        public bool IsOpen(Strand strand) => token.IsCancellationRequested || gate.IsOpen(strand);

        public Waiting Describe(Strand strand) => gate.Describe(strand);
    }
}
