using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// What woven code calls to read and write structs, and whatever may turn out to be one. A struct that is wider than a
/// machine word, a decimal for instance, is copied word by word, so that parts of an old and of a new value can be seen
/// together.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WideProbes
{
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

    /// <summary>Puts the default value behind a reference.</summary>
    public static void Clear<T>(ref T address, int site) => StoreThrough(ref address, default!, site);

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

    private static T Load<T>(Strand me, ref T address, Location location, int site)
    {
        me.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Plain });
        var parts = StructParts<T>.All;
        var value = default(T)!;
        for (var i = 0; i < parts.Length; i++)
        {
            StructParts<T>.Copy(parts[i], ref address, ref value);
            if (i + 1 < parts.Length)
            {
                Note(me, StepKind.Read, "reads", parts[i], value, location, site);
                me.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Plain });
            }
        }

        value = parts.Length == 0 ? address : value;
        Probes.Tell(me, StepKind.Read, value, site);
        return value;
    }

    private static void Store<T>(Strand me, ref T address, T value, Location location, int site)
    {
        var ordering = Probes.Writing<T>();
        me.Step(new Operation(site, location, Access.Write) { Ordering = ordering });
        var parts = StructParts<T>.All;
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            StructParts<T>.Copy(parts[i], ref value, ref address);
            Note(me, StepKind.Write, "writes", parts[i], value, location, site);
            me.Step(new Operation(site, location, Access.Write) { Ordering = ordering });
        }

        Probes.Tell(me, StepKind.Write, value, site);
        if (parts.Length == 0)
        {
            address = value;
        }
        else
        {
            StructParts<T>.Copy(parts[^1], ref value, ref address);
        }
    }

    private static void Note<T>(Strand me, StepKind kind, string verb, in StructPart part, T value, Location location, int site)
    {
        if (me.Run.Recorder is { } recorder && me.Atomic == 0)
        {
            recorder.Note(me, kind, $"{verb} {part.Name}{part.ValueIn(value!)}", location, null, site);
        }
    }
}
