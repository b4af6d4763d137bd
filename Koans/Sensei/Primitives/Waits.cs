using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>The step of a thread that waits until a gate is open: for ever, for some time, or not at all.</summary>
internal static class Waits
{
    /// <summary>
    /// Declares the wait. When it returns, the gate is open, or time is up, or the token is cancelled; where the gate is
    /// open, the caller tells the finder of data races that it took what others released.
    /// </summary>
    internal static void Step(
        Strand me, Location location, Access access, IGate gate, TimeSpan timeout, int site, CancellationToken token = default)
    {
        var waits = timeout != TimeSpan.Zero;
        me.Step(new Operation(site, location, access, waits ? Cancelling.Or(gate, token) : null)
        {
            Second = Cancelling.LocationOf(me, token),
            SecondAccess = Access.Read,
            TimesOut = waits && !Clocks.IsForEver(timeout),
            KeepsVersion = true,
            Ordering = Ordering.None,
        });
    }

    /// <summary>Waits for something that stays as it is when somebody has found it: an event that is set, a count that is 0.</summary>
    /// <param name="me">Who waits.</param>
    /// <param name="target">The event or the count.</param>
    /// <param name="attempt">Asks the real one, without waiting.</param>
    /// <param name="location">What stands for it.</param>
    /// <param name="gate">Opens when it is there.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="token">Ends the wait.</param>
    /// <param name="told">How a story says that it was there, and that it was not.</param>
    /// <param name="site">Where in the source.</param>
    internal static bool Until<T>(
        Strand me, T target, Func<T, bool> attempt, Location location, IGate gate, TimeSpan timeout, CancellationToken token,
        (string There, string NotThere) told, int site)
    {
        Step(me, location, Access.Read, gate, timeout, site, token);
        if (attempt(target))
        {
            me.Run.Races?.Took(me, location);
            me.Run.Recorder?.Note(me, StepKind.Acquire, told.There, location, null, site);
            return true;
        }

        Cancelling.Throw(me, token, location, site);
        Clocks.Pass(me, timeout);
        var text = timeout == TimeSpan.Zero ? told.NotThere : "gives up waiting for {0}";
        me.Run.Recorder?.Note(me, StepKind.Refused, text, location, null, site);
        return false;
    }
}
