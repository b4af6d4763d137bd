namespace Sensei.Running;

/// <summary>
/// How an operation uses a location, as far as the search must know: which operations depend on each other, and which
/// pairs could have happened the other way round.
/// </summary>
internal enum Access : byte
{
    None,

    /// <summary>Leaves the location as it is, and never waits for it.</summary>
    Read,

    /// <summary>May change the location, and never waits for it.</summary>
    Write,

    /// <summary>Takes exclusive possession; possible only after the <see cref="Release"/> of whoever had it.</summary>
    Acquire,

    /// <summary>Gives up exclusive possession, or lets through for ever all who <see cref="Await"/> it.</summary>
    Release,

    /// <summary>Waits for a <see cref="Release"/> and leaves the location as it is: a join.</summary>
    Await,
}

/// <summary>The rules of dependence between two accesses of one location.</summary>
internal static class Accesses
{
    /// <summary>Two accesses that cannot be swapped without changing what somebody sees.</summary>
    internal static bool Conflict(Access earlier, Access later) =>
        earlier != Access.None && later != Access.None && !(IsPassive(earlier) && IsPassive(later));

    /// <summary>
    /// Conflicting accesses of which the later could have come first. An acquire never overtakes the release that
    /// made it possible; it competes with the acquire before that.
    /// </summary>
    internal static bool Reversible(Access earlier, Access later) =>
        Conflict(earlier, later) && !(earlier == Access.Release && (later is Access.Acquire or Access.Await));

    /// <summary>Leaves the location as it is.</summary>
    internal static bool IsPassive(Access access) => access is Access.Read or Access.Await;
}
