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
}
