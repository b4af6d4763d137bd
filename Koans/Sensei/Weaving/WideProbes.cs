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

    /// <summary>
    /// Writes through a reference what a call of .NET has put into an <c>out</c> argument. A call that was in vain puts there
    /// again and again what is there already, and whoever asks it in a loop does nothing that lasts.
    /// </summary>
    internal static void Fill<T>(ref T address, T value, int site)
    {
        if (Strand.Current is { } me && References.Find(me, ref Unsafe.As<T, byte>(ref address)) is { } location)
        {
            Store(me, ref address, value, location, site, mayBeInVain: true);
        }
        else
        {
            address = value;
        }
    }

    /// <summary>Writes through a reference those parts of a value that a call of .NET has changed.</summary>
    internal static void Change<T>(ref T address, T before, T value, int site)
    {
        if (Strand.Current is not { } me || References.Find(me, ref Unsafe.As<T, byte>(ref address)) is not { } location)
        {
            address = value;
            return;
        }

        if (StructParts<T>.All.Length == 0)
        {
            Store(me, ref address, value, location, site);
            return;
        }

        var changed = Array.FindAll(StructParts<T>.All, part => !StructParts<T>.IsSame(part, ref before, ref value));
        for (var i = 0; i < changed.Length; i++)
        {
            me.Step(new Operation(site, location, Access.Write) { Ordering = Probes.Writing<T>() });
            StructParts<T>.Copy(changed[i], ref value, ref address);
            if (i + 1 < changed.Length)
            {
                Note(me, StepKind.Write, "writes", changed[i], value, location, site);
            }
        }

        Probes.Tell(me, StepKind.Write, value, site);
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

    private static void Store<T>(Strand me, ref T address, T value, Location location, int site, bool mayBeInVain = false)
    {
        var operation = new Operation(site, location, Access.Write) { Ordering = Probes.Writing<T>(), KeepsVersion = mayBeInVain };
        me.Step(operation);
        var parts = StructParts<T>.All;
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            NoteChange(mayBeInVain, me, location, StructParts<T>.IsSame(parts[i], ref value, ref address));
            StructParts<T>.Copy(parts[i], ref value, ref address);
            Note(me, StepKind.Write, "writes", parts[i], value, location, site);
            me.Step(operation);
        }

        Probes.Tell(me, StepKind.Write, value, site);
        if (parts.Length == 0)
        {
            NoteChange(mayBeInVain, me, location, mayBeInVain && StructParts<T>.AreSame(ref value, ref address));
            address = value;
        }
        else
        {
            NoteChange(mayBeInVain, me, location, StructParts<T>.IsSame(parts[^1], ref value, ref address));
            StructParts<T>.Copy(parts[^1], ref value, ref address);
        }
    }

    private static void NoteChange(bool mayBeInVain, Strand me, Location location, bool isInVain)
    {
        if (!mayBeInVain || me.Atomic > 0)
        {
            return;
        }

        if (isInVain)
        {
            me.Spinning.NoteRead(location);
        }
        else
        {
            location.Version++;
            me.Run.NoteEffect(me);
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
