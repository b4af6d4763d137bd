using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// What woven code calls to read and write structs. One that is wider than a machine word, a decimal for instance, is
/// copied in two steps, so that half of an old and half of a new value can be seen. Structs that hold references are
/// copied in one: their parts cannot be moved one by one from here.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WideProbes
{
    private const int Word = 8;

    /// <summary>Reads an instance field.</summary>
    public static T LoadField<T>(ref T address, object? owner, int site) =>
        Strand.Current is { } me && owner is not null
            ? Load(me, ref address, me.Run.LocationOf(owner, me.Run.Sites[site].Field!.Id), site)
            : address;

    /// <summary>Writes an instance field.</summary>
    public static void StoreField<T>(ref T address, object? owner, T value, int site)
    {
        if (Strand.Current is { } me && owner is not null)
        {
            Store(me, ref address, value, me.Run.LocationOf(owner, me.Run.Sites[site].Field!.Id), site);
        }
        else
        {
            address = value;
        }
    }

    /// <summary>Reads a static field.</summary>
    public static T LoadStatic<T>(ref T address, int site) =>
        Strand.Current is { } me ? Load(me, ref address, me.Run.StaticLocation(me.Run.Sites[site].Field!.Id), site) : address;

    /// <summary>Writes a static field.</summary>
    public static void StoreStatic<T>(ref T address, T value, int site)
    {
        if (Strand.Current is { } me)
        {
            Store(me, ref address, value, me.Run.StaticLocation(me.Run.Sites[site].Field!.Id), site);
        }
        else
        {
            address = value;
        }
    }

    /// <summary>Reads an array element.</summary>
    public static T LoadElement<T>(ref T address, Array owner, int index, int site) =>
        Strand.Current is { } me ? Load(me, ref address, me.Run.LocationOf(owner, LocationKey.Element(index)), site) : address;

    /// <summary>Writes an array element.</summary>
    public static void StoreElement<T>(ref T address, Array owner, int index, T value, int site)
    {
        if (Strand.Current is { } me)
        {
            Store(me, ref address, value, me.Run.LocationOf(owner, LocationKey.Element(index)), site);
        }
        else
        {
            address = value;
        }
    }

    /// <summary>Reads through a reference.</summary>
    public static T LoadThrough<T>(ref T address, int site) =>
        Strand.Current is { } me && References.Find(me, ref Unsafe.As<T, byte>(ref address)) is { } location
            ? Load(me, ref address, location, site)
            : address;

    /// <summary>Writes through a reference.</summary>
    public static void StoreThrough<T>(ref T address, T value, int site)
    {
        if (Strand.Current is { } me && References.Find(me, ref Unsafe.As<T, byte>(ref address)) is { } location)
        {
            Store(me, ref address, value, location, site);
        }
        else
        {
            address = value;
        }
    }

    private static bool IsTorn<T>() => !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() > Word;

    private static T Load<T>(Strand me, ref T address, Location location, int site)
    {
        me.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Plain });
        T value;
        if (IsTorn<T>())
        {
            Unsafe.SkipInit(out value);
            Unsafe.CopyBlockUnaligned(ref Bytes(ref value), ref Bytes(ref address), Word);
            me.Run.Recorder?.Note(me, StepKind.Read, "reads the first half of {0}", location, null, site);
            me.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Plain });
            Unsafe.CopyBlockUnaligned(
                ref Unsafe.Add(ref Bytes(ref value), Word), ref Unsafe.Add(ref Bytes(ref address), Word), (uint)Unsafe.SizeOf<T>() - Word);
        }
        else
        {
            value = address;
        }

        Probes.Tell(me, StepKind.Read, value, site);
        return value;
    }

    private static void Store<T>(Strand me, ref T address, T value, Location location, int site)
    {
        me.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.Plain });
        if (IsTorn<T>())
        {
            Unsafe.CopyBlockUnaligned(ref Bytes(ref address), ref Bytes(ref value), Word);
            me.Run.Recorder?.Note(me, StepKind.Write, $"writes the first half of {{0}}: {Values.Format(value)}", location, null, site);
            me.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.Plain });
        }

        Probes.Tell(me, StepKind.Write, value, site);
        address = value;
    }

    private static ref byte Bytes<T>(ref T value) => ref Unsafe.As<T, byte>(ref value);
}
