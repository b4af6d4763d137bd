using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>
/// Something that steps of several threads can depend on: a field of an object, an element of an array, a lock, the
/// contents of a collection, the life of a thread. Exists for one run.
/// </summary>
internal sealed class Location
{
    /// <summary>Its number within the run, in the order of first use: equal in every replay of the same order.</summary>
    internal int Id;

    /// <summary>The field, index or aspect of <see cref="Owner"/> it stands for; see <see cref="LocationKey"/>.</summary>
    internal long Key;

    /// <summary>The object it belongs to; null for a static field.</summary>
    internal ObjectState? Owner;

    /// <summary>Changes whenever a change of the location could be seen by a thread that looks again.</summary>
    internal int Version;

    /// <summary>What Sensei keeps of a synchronisation object beside the real one: its owner, who waits.</summary>
    internal object? Mirror;

    /// <summary>Virtual time of the latest write and the latest read (ticks).</summary>
    internal long WriteTime, ReadTime;

    /// <summary>Bits of the threads that read it, and of those that did anything else to it.</summary>
    internal ulong Readers, Writers;

    internal Location Reset(int id, long key, ObjectState? owner)
    {
        Id = id;
        Key = key;
        Owner = owner;
        Version = 0;
        Mirror = null;
        WriteTime = ReadTime = 0;
        Readers = Writers = 0;
        return this;
    }

    /// <summary>More than one thread uses it, and not only by reading.</summary>
    internal bool IsContended
    {
        get
        {
            var users = Readers | Writers;
            return Writers != 0 && (users & (users - 1)) != 0;
        }
    }
}

/// <summary>Names an aspect of an object: fields by their woven number, elements by index, the rest by a constant.</summary>
internal static class LocationKey
{
    internal const long Monitor = -1;
    internal const long WaitSet = -2;
    internal const long Life = -3;
    internal const long Pool = -7;
    internal const long Contents = -4;
    internal const long State = -5;
    internal const long Crash = -6;
    internal const long Idle = -10;
    internal const long Interrupt = -11;
    private const long ElementBit = 1L << 40;

    internal static long Element(int index) => ElementBit | (uint)index;

    internal static bool IsElement(long key) => key >= ElementBit;

    internal static int Index(long key) => (int)(key & 0xFFFFFFFF);

    internal static bool IsField(long key) => key >= 0 && key < ElementBit;
}

/// <summary>What a run knows of one object: its locations, and the state of its monitor or primitive.</summary>
internal sealed class ObjectState(object target, int id)
{
    private readonly List<Location> _locations = [];
    private Dictionary<long, Location>? _index;

    internal object Target { get; } = target;

    internal int Id { get; } = id;

    /// <summary>The field that holds the object, as far as a run that is being told has seen it.</summary>
    internal Naming Name { get; set; }

    /// <summary>The object's location for an aspect, or null when it has not been used yet.</summary>
    internal Location? Find(long key)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(key);
        }

        foreach (var location in _locations)
        {
            if (location.Key == key)
            {
                return location;
            }
        }

        return null;
    }

    internal void Add(Location location)
    {
        _locations.Add(location);
        if (_index is not null)
        {
            _index[location.Key] = location;
        }
        else if (_locations.Count > 12)
        {
            _index = _locations.ToDictionary(l => l.Key);
        }
    }
}

/// <summary>How an object came by its name: the field (or element) that was seen to hold it, and that field's owner.</summary>
internal readonly record struct Naming(Field? Field, ObjectState? Holder, int Index);
