using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Barrier"/>. Arriving and waiting are one call in .NET, and have no attempt form; so who has arrived is
/// kept here, and the real one only tells what it was made for.
/// </summary>
[Follows(typeof(Barrier))]
public static class Barriers
{
    /// <summary>Follows <see cref="Barrier.SignalAndWait()"/>.</summary>
    public static void SignalAndWait(Barrier target, int site) =>
        SignalAndWait(target, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>Follows <see cref="Barrier.SignalAndWait(CancellationToken)"/>.</summary>
    public static void SignalAndWait(Barrier target, CancellationToken cancellationToken, int site) =>
        SignalAndWait(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="Barrier.SignalAndWait(int)"/>.</summary>
    public static bool SignalAndWait(Barrier target, int millisecondsTimeout, int site) =>
        SignalAndWait(target, Clocks.Milliseconds(millisecondsTimeout), CancellationToken.None, site);

    /// <summary>Follows <see cref="Barrier.SignalAndWait(int, CancellationToken)"/>.</summary>
    public static bool SignalAndWait(Barrier target, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        SignalAndWait(target, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>Follows <see cref="Barrier.SignalAndWait(TimeSpan)"/>.</summary>
    public static bool SignalAndWait(Barrier target, TimeSpan timeout, int site) =>
        SignalAndWait(target, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="Barrier.SignalAndWait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool SignalAndWait(Barrier target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.SignalAndWait(timeout, cancellationToken);
        }

        Cancelling.Check(me, cancellationToken, site);
        return Meeting.Of(me.Run, target).Arrive(me, timeout, cancellationToken, site);
    }

    /// <summary>Follows <see cref="Barrier.AddParticipant"/>.</summary>
    public static long AddParticipant(Barrier target, int site) => AddParticipants(target, 1, site);

    /// <summary>Follows <see cref="Barrier.AddParticipants"/>.</summary>
    public static long AddParticipants(Barrier target, int participantCount, int site) =>
        target is null || Strand.Current is not { } me || participantCount is < 1 or > short.MaxValue
            ? target!.AddParticipants(participantCount)
            : Meeting.Of(me.Run, target).Add(me, participantCount, site);

    /// <summary>Follows <see cref="Barrier.RemoveParticipant"/>.</summary>
    public static void RemoveParticipant(Barrier target, int site) => RemoveParticipants(target, 1, site);

    /// <summary>Follows <see cref="Barrier.RemoveParticipants"/>.</summary>
    public static void RemoveParticipants(Barrier target, int participantCount, int site)
    {
        if (target is null || Strand.Current is not { } me || participantCount < 1)
        {
            target!.RemoveParticipants(participantCount);
            return;
        }

        Meeting.Of(me.Run, target).Remove(me, participantCount, site);
    }

    /// <summary>Follows <see cref="Barrier.ParticipantCount"/>.</summary>
    public static int get_ParticipantCount(Barrier target, int site) =>
        Look(target, meeting => meeting.Expected, site) ?? target.ParticipantCount;

    /// <summary>Follows <see cref="Barrier.ParticipantsRemaining"/>.</summary>
    public static int get_ParticipantsRemaining(Barrier target, int site) =>
        Look(target, meeting => meeting.Expected - meeting.Arrived, site) ?? target.ParticipantsRemaining;

    /// <summary>Follows <see cref="Barrier.CurrentPhaseNumber"/>.</summary>
    public static long get_CurrentPhaseNumber(Barrier target, int site) =>
        Look(target, meeting => meeting.Phase, site) ?? target.CurrentPhaseNumber;

    /// <summary>Follows <see cref="Barrier.Dispose()"/>.</summary>
    public static void Dispose(Barrier target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            Meeting.Of(me.Run, target).Change(me, site);
        }

        target!.Dispose();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_postPhaseAction")]
    internal static extern ref Action<Barrier>? ActionOf(Barrier target);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_disposed")]
    internal static extern ref bool IsDisposed(Barrier target);

    private static T? Look<T>(Barrier target, Func<Meeting, T> look, int site)
        where T : struct
    {
        if (target is null || Strand.Current is not { } me)
        {
            return null;
        }

        var meeting = Meeting.Of(me.Run, target);
        me.Step(new Operation(site, meeting.Location, Access.Read));
        var seen = look(meeting);
        me.Run.Recorder?.Note(
            me, StepKind.Read, $"looks at {{0}}: {Values.Format(seen)}", meeting.Location, Values.Format(seen), site);
        return seen;
    }
}
