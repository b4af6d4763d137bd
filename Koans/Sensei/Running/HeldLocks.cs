namespace Sensei.Running;

/// <summary>The locks a thread holds. It can give them all back when the thread is cut off inside them.</summary>
internal sealed class HeldLocks
{
    private readonly List<Entry> _entries = [];

    /// <summary>Equal for equal sets of held locks.</summary>
    internal long Digest { get; private set; }

    /// <summary>How often a lock has been given back so far: tells whether a loop let others in.</summary>
    internal int Releases { get; private set; }

    internal IReadOnlyList<Entry> Entries => _entries;

    /// <param name="owner">The lock.</param>
    /// <param name="location">The location that stands for it.</param>
    /// <param name="site">The site that took it.</param>
    /// <param name="giveBack">Really releases it once.</param>
    internal void Add(object owner, Location location, int site, Action<object> giveBack)
    {
        _entries.Add(new Entry(owner, location, site, giveBack));
        Digest += Mix(location.Id);
    }

    internal void Remove(object owner)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_entries[i].Owner, owner))
            {
                Digest -= Mix(_entries[i].Location.Id);
                _entries.RemoveAt(i);
                Releases++;
                return;
            }
        }
    }

    /// <summary>The site that took a lock, or -1.</summary>
    internal int Since(Location location)
    {
        foreach (var entry in _entries)
        {
            if (ReferenceEquals(entry.Location, location))
            {
                return entry.Site;
            }
        }

        return -1;
    }

    /// <summary>Really gives back whatever is still held: the operating-system thread goes on to other runs.</summary>
    internal void ReleaseAll()
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            _entries[i].GiveBack(_entries[i].Owner);
        }

        _entries.Clear();
    }

    private static long Mix(int id) => (id + 1) * 0x5851F42D4C957F2DL;

    internal readonly record struct Entry(object Owner, Location Location, int Site, Action<object> GiveBack);
}
