namespace Sensei.Running;

/// <summary>
/// Tells a loop that only waits from a loop that works. An iteration that changed nothing that lasts, ended with the
/// locals and locks it began with, and would read the same again, is the same as waiting until one of the locations
/// it read changes; so the thread is held back until one does.
/// </summary>
internal sealed class SpinWatch
{
    private readonly List<(Location Location, int Version)> _reads = [];
    private (Location Location, int Version)[]? _blockedOn;
    private (Location Location, int Version)[]? _afterRelease;

    /// <summary>Changes this thread made that last.</summary>
    internal int Effects { get; set; }

    /// <summary>How many there were when a loop last went round; -1 before any has.</summary>
    internal int EffectsAtTurn { get; set; } = -1;

    /// <summary>
    /// Whether it has made such a change since a loop last went round, or is in none: whatever others do meanwhile, it
    /// does not merely wait.
    /// </summary>
    internal bool HasWorked => EffectsAtTurn != Effects;

    /// <summary>How often another thread was turned away because of what this one held.</summary>
    internal int Observed { get; set; }

    /// <summary>What a clock said when it was last looked at in this turn of a loop; null when it was not.</summary>
    internal long? ClockSeen { get; set; }

    /// <summary>This turn of the innermost loop has gone on to something else: a next item, a next tick.</summary>
    internal void GotOn() => ClockSeen = long.MinValue;

    /// <summary>How many reads have been noted.</summary>
    internal int Reads => _reads.Count;

    /// <summary>Whether the thread is held back at all, changed locations or not.</summary>
    internal bool IsArmed => _blockedOn is not null;

    /// <summary>Being held back forbids only the firing of a time-out; a signal still gets through.</summary>
    internal bool OnlyTimeOuts { get; private set; }

    /// <summary>Held back, and nothing it looked at has changed.</summary>
    internal bool IsBlocked => _blockedOn is not null && !Changed(_blockedOn);

    /// <summary>A location that the spinning thread looks at.</summary>
    internal Location? LooksAt => _blockedOn is { Length: > 0 } reads ? reads[0].Location : null;

    internal void NoteRead(Location location) => _reads.Add((location, location.Version));

    /// <summary>Whether a read noted since <paramref name="from"/> would give something else now.</summary>
    internal bool IsStale(int from)
    {
        for (var i = from; i < _reads.Count; i++)
        {
            if (_reads[i].Version != _reads[i].Location.Version)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Holds the thread back at its next operation until a location read since <paramref name="from"/> changes.</summary>
    internal void Block(int from, int site)
    {
        _blockedOn = _reads.Skip(from).Distinct().ToArray();
        Site = site;
    }

    /// <summary>The loop that the thread goes round in while it is held back.</summary>
    internal int Site { get; private set; } = -1;

    /// <summary>
    /// The same for a loop that gives up, for a moment, a lock it holds: held back not here, where the lock would keep
    /// everybody out, but as soon as it has given up the lock.
    /// </summary>
    internal void BlockAfterRelease(int from) => _afterRelease = _reads.Skip(from).Distinct().ToArray();

    /// <summary>A lock was given back: what <see cref="BlockAfterRelease"/> asked for takes effect.</summary>
    internal void Released(bool onlyTimeOuts)
    {
        if (_afterRelease is not null)
        {
            _blockedOn = _afterRelease;
            OnlyTimeOuts = onlyTimeOuts;
            _afterRelease = null;
        }
    }

    /// <summary>The thread moves on.</summary>
    internal void Unblock()
    {
        _blockedOn = null;
        OnlyTimeOuts = false;
    }

    private static bool Changed((Location Location, int Version)[] reads)
    {
        foreach (var (location, version) in reads)
        {
            if (location.Version != version)
            {
                return true;
            }
        }

        return false;
    }
}
