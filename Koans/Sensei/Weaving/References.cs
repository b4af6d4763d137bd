using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// Knows which field or element a managed reference points to. An address alone does not tell, because objects move;
/// so the places that references have been made to are kept, and their present addresses compared.
/// </summary>
internal static class References
{
    /// <summary>Notes that a reference to a field or an element of an object exists.</summary>
    internal static void Note(Strand strand, object owner, long key, ref byte address, int size)
    {
        var tracked = strand.Run.Tracked;
        for (var i = tracked.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(tracked[i].Owner, owner) && tracked[i].Key == key)
            {
                return;
            }
        }

        tracked.Add(new Tracked(owner, key, Unsafe.ByteOffset(ref Raw(owner), ref address), size));
    }

    /// <summary>Notes a reference to a static field, which never moves.</summary>
    internal static unsafe void NoteStatic(Strand strand, ref byte address, int size, long key)
    {
        var tracked = strand.Run.Tracked;
        if (!tracked.Exists(t => t.Owner is null && t.Key == key))
        {
            tracked.Add(new Tracked(null, key, (nint)Unsafe.AsPointer(ref address), size));
        }
    }

    /// <summary>The location a reference points to; null for a local.</summary>
    internal static Location? Find(Strand strand, ref byte address)
    {
        var tracked = strand.Run.Tracked;
        for (var i = tracked.Count - 1; i >= 0; i--)
        {
            if (Contains(tracked[i], ref address))
            {
                return tracked[i].Owner is { } owner
                    ? strand.Run.LocationOf(owner, tracked[i].Key)
                    : strand.Run.StaticLocation(tracked[i].Key);
            }
        }

        foreach (var array in strand.Run.Spanned)
        {
            if (FindIn(strand, array, ref address) is { } location)
            {
                return location;
            }
        }

        // from one element to another goes who calculates with references or pointers
        for (var i = tracked.Count - 1; i >= 0; i--)
        {
            if (tracked[i].Owner is Array array && FindIn(strand, array, ref address) is { } location)
            {
                return location;
            }
        }

        foreach (var (items, owner) in strand.Run.Inside)
        {
            if (IndexIn(items, ref address) >= 0)
            {
                return strand.Run.LocationOf(owner, LocationKey.Contents);
            }
        }

        return null;
    }

    private static Location? FindIn(Strand strand, Array array, ref byte address)
    {
        var index = IndexIn(array, ref address);
        return index < 0 ? null : strand.Run.LocationOf(array, LocationKey.Element(index));
    }

    private static int IndexIn(Array array, ref byte address)
    {
        var size = ElementSize(array);
        var offset = Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(array), ref address);
        return offset >= 0 && offset < (long)size * array.Length ? (int)(offset / size) : -1;
    }

    /// <summary>A key for a place on the stack, which does not move.</summary>
    internal static unsafe long StackKey(ref byte address) => long.MinValue / 2 - (nint)Unsafe.AsPointer(ref address);

    private static unsafe bool Contains(in Tracked tracked, ref byte address)
    {
        if (tracked.Owner is null)
        {
            var distance = (nint)Unsafe.AsPointer(ref address) - tracked.Offset;
            return distance >= 0 && distance < tracked.Size;
        }

        ref var start = ref Unsafe.AddByteOffset(ref Raw(tracked.Owner), tracked.Offset);
        var offset = Unsafe.ByteOffset(ref start, ref address);
        return offset >= 0 && offset < tracked.Size;
    }

    /// <summary>The distance between two elements, in bytes.</summary>
    private static int ElementSize(Array array) =>
        RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);

    /// <summary>The first byte after an object's header.</summary>
    private static ref byte Raw(object owner) => ref Unsafe.As<RawObject>(owner).First;

    private sealed class RawObject
    {
#pragma warning disable CS0649 // overlaid on other objects, never assigned
        internal byte First;
#pragma warning restore CS0649
    }
}

/// <summary>A place that a reference has been made to: bytes from an offset on, or from an address on where there is no object.</summary>
internal readonly record struct Tracked(object? Owner, long Key, nint Offset, int Size);
