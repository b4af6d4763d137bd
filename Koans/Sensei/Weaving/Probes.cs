using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sensei.Live;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>What woven code calls around its own accesses to memory. Not for people.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Probes
{
    private static readonly ConditionalWeakTable<Type, object> s_initialisers = [];

    /// <summary>Before an instance field is read.</summary>
    public static void Read(object? owner, int site)
    {
        if (Strand.Current is { } strand && owner is not null)
        {
            var field = strand.Run.Sites[site].Field!;
            strand.Step(new Operation(site, strand.Run.LocationOf(owner, field.Id), Access.Read) { Ordering = Ordering.Plain });
        }
    }

    /// <summary>Before a static field is read.</summary>
    public static void ReadStatic(int site)
    {
        if (Strand.Current is { } strand)
        {
            strand.Step(new Operation(site, strand.Run.StaticLocation(strand.Run.Sites[site].Field!.Id), Access.Read) { Ordering = Ordering.Plain });
        }
    }

    /// <summary>Before an array element is read.</summary>
    public static void ReadElement(Array? owner, int index, int site)
    {
        if (Strand.Current is { } strand && owner is not null && (uint)index < (uint)owner.Length)
        {
            strand.Step(new Operation(site, strand.Run.LocationOf(owner, LocationKey.Element(index)), Access.Read) { Ordering = Ordering.Plain });
        }
    }

    /// <summary>Before something is read through a reference; a reference to a local is nobody else's business.</summary>
    public static void ReadThrough(ref byte address, int site) => ReadThrough(ref address, site, Ordering.Plain);

    /// <summary>Before something is written through a reference.</summary>
    public static void WriteThrough<T>(ref byte address, T value, int site) => WriteThrough(ref address, value, site, Writing<T>());

    internal static void ReadThrough(ref byte address, int site, Ordering ordering)
    {
        if (Strand.Current is { } strand && References.Find(strand, ref address) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Read) { Ordering = ordering });
        }
    }

    /// <summary>After a read: lets the teller see the value.</summary>
    public static void Seen<T>(T value, int site)
    {
        if (Strand.Current is { Run.IsListenedTo: true } strand)
        {
            Tell(strand, StepKind.Read, value, site);
        }
    }

    /// <summary>After a read-only field was read, which is no step: the object it holds may need a name.</summary>
    public static void Named(object? value, object? owner, int site)
    {
        if (Strand.Current is not { Run.IsListenedTo: true } strand)
        {
            return;
        }

        if (strand.Run.Recorder is not null)
        {
            Recorder.Name(strand, value, strand.Run.Sites[site].Field!, owner, -1);
        }

        if (value is not null && owner is not null)
        {
            strand.Run.Races?.FollowedInside(strand, owner, value);
        }
    }

    /// <summary>Before a call whose effects cannot be known: a loop that makes it does not only wait.</summary>
    public static void Outside()
    {
        if (Strand.Current is { } strand)
        {
            strand.Spinning.Effects++;
        }
    }

    /// <summary>Before a number that an async method keeps is written: it is nobody else's, but tells that the method gets on.</summary>
    public static void Moves<T>(T before, T after)
    {
        if (Strand.Current is { } strand && !StructParts<T>.AreSame(ref before, ref after))
        {
            strand.Run.Moves++;
        }
    }

    /// <summary>Before an instance field is written.</summary>
    public static void Write<T>(object? owner, T value, int site)
    {
        if (Strand.Current is { } strand && owner is not null)
        {
            var field = strand.Run.Sites[site].Field!;
            strand.Step(new Operation(site, strand.Run.LocationOf(owner, field.Id), Access.Write) { Ordering = Writing<T>() });
            Tell(strand, StepKind.Write, value, site);
        }
    }

    /// <summary>Before a static field is written.</summary>
    public static void WriteStatic<T>(T value, int site)
    {
        if (Strand.Current is { } strand)
        {
            strand.Step(new Operation(site, strand.Run.StaticLocation(strand.Run.Sites[site].Field!.Id), Access.Write) { Ordering = Writing<T>() });
            Tell(strand, StepKind.Write, value, site);
        }
    }

    /// <summary>Before an array element is written.</summary>
    public static void WriteElement<T>(Array? owner, int index, T value, int site)
    {
        if (Strand.Current is { } strand && owner is not null && (uint)index < (uint)owner.Length)
        {
            strand.Step(new Operation(site, strand.Run.LocationOf(owner, LocationKey.Element(index)), Access.Write) { Ordering = Writing<T>() });
            Tell(strand, StepKind.Write, value, site);
        }
    }

    internal static void WriteThrough<T>(ref byte address, T value, int site, Ordering ordering)
    {
        if (Strand.Current is { } strand && References.Find(strand, ref address) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Write) { Ordering = ordering });
            Tell(strand, StepKind.Write, value, site);
        }
    }

    /// <summary>A reference to an instance field has been made.</summary>
    public static void Track(ref byte address, object? owner, int size, int site)
    {
        if (Strand.Current is { } strand && owner is not null)
        {
            References.Note(strand, owner, strand.Run.Sites[site].Field!.Id, ref address, size);
        }
    }

    /// <summary>A reference to an array element has been made.</summary>
    public static void TrackElement(ref byte address, Array? owner, int index, int size)
    {
        if (Strand.Current is { } strand && owner is not null)
        {
            References.Note(strand, owner, LocationKey.Element(index), ref address, size);
        }
    }

    /// <summary>A span over an array is about to be made: its elements can be reached by references from now on.</summary>
    public static void TrackArray(Array? owner)
    {
        if (Strand.Current is { } strand && owner is not null && !strand.Run.Spanned.Contains(owner))
        {
            strand.Run.Spanned.Add(owner);
        }
    }

    /// <summary>A reference to a static field has been made.</summary>
    public static void TrackStatic(ref byte address, int size, int site)
    {
        if (Strand.Current is { } strand)
        {
            References.NoteStatic(strand, ref address, size, strand.Run.Sites[site].Field!.Id);
        }
    }

    /// <summary>The number that tells one run from another, for putting statics back.</summary>
    public static int Epoch() => Strand.Current?.Run.Epoch ?? LiveRun.EpochHere();

    /// <summary>Begins a static initialiser: it is not interleaved. On real threads the first runs it and others wait.</summary>
    public static void EnterInitialiser(RuntimeTypeHandle type)
    {
        if (Strand.Current is { } strand)
        {
            strand.Atomic++;
        }
        else
        {
            Monitor.Enter(s_initialisers.GetOrCreateValue(Type.GetTypeFromHandle(type)!));
        }
    }

    /// <summary>Ends a static initialiser.</summary>
    public static void LeaveInitialiser(RuntimeTypeHandle type)
    {
        if (Strand.Current is { } strand)
        {
            strand.Atomic--;
        }
        else
        {
            Monitor.Exit(s_initialisers.GetOrCreateValue(Type.GetTypeFromHandle(type)!));
        }
    }

    /// <summary>Whether a handler may have an exception; null is one that it is not for. The end of a run is not for catching.</summary>
    public static bool MayCatch(object? error)
    {
        LiveRun.Returned();
        return error is not null and not RunAbandoned && Strand.Current is not { Run.IsOver: true };
    }

    /// <summary>
    /// The same of the handler round the whole of an async method: on real threads it must end the method's task, whatever
    /// the exception, since .NET itself has called the method and would not survive one.
    /// </summary>
    public static bool MayEnd(object? error) => MayCatch(error) || (error is not null && Strand.Current is null);

    /// <summary>At the start of a finally block: whether the run is over.</summary>
    public static bool IsOver() => Strand.Current is { Run.IsOver: true };

    /// <summary>At the start of a method: recursion without end is told, not crashed on.</summary>
    public static void Enter(int site)
    {
        if (Strand.Current is not { } strand)
        {
            LiveRun.Enter(site);
            return;
        }

        strand.Run.Turn(strand, site);
        if (strand.IsDeep)
        {
            strand.Run.Conclude(new Inconclusive("A method calls itself without end.", strand.Run.Sites.Line(site)));
            throw new RunAbandoned();
        }
    }

    /// <summary>At the start of a statement, in an order that is run again.</summary>
    public static void Statement() => Strand.Current?.BeginStatement();

    /// <summary>Something that Sensei does not follow is about to be called.</summary>
    public static void NotFollowed(string api, string instead, int site) =>
        Strand.Current?.Run.NotFollowed(api, instead, site);

    /// <summary>Something is about to be called that no run survives, explored or live.</summary>
    public static void NotWelcome(string api, string instead, int site)
    {
        NotFollowed(api, instead, site);
        LiveRun.Refuse(api, instead, site);
    }

    /// <summary>Before a call that may take long: on real threads it may be the last that is heard of the thread.</summary>
    public static void Calls(int site)
    {
        if (LiveRun.IsUnderWay && Strand.Current is null)
        {
            LiveRun.Calls(site);
        }
    }

    /// <summary>After it.</summary>
    public static void Returned()
    {
        if (LiveRun.IsUnderWay && Strand.Current is null)
        {
            LiveRun.Returned();
        }
    }

    internal static void Tell<T>(Strand strand, StepKind kind, T value, int site)
    {
        if (typeof(T).IsPrimitive && kind == StepKind.Write && strand.Atomic == 0)
        {
            strand.Run.NoteCourse((ulong)EqualityComparer<T>.Default.GetHashCode(value!));
        }

        if (!strand.Run.IsListenedTo || strand.Atomic > 0)
        {
            return;
        }

        ref var operation = ref strand.Pending;
        if (operation.First is not { } location || operation.Site != site)
        {
            return;
        }

        if (!typeof(T).IsValueType && strand.Run.Races is { } races)
        {
            Follow(strand, races, kind, location, value);
        }

        if (strand.Run.Recorder is not { } recorder)
        {
            return;
        }

        if (!typeof(T).IsValueType && Field.OfKey(location.Key) is { } field)
        {
            Recorder.Name(strand, value, field, location.Owner?.Target, -1);
        }
        else if (!typeof(T).IsValueType && location.Owner is { Name.Field: { } array } owner && LocationKey.IsElement(location.Key))
        {
            Recorder.Name(strand, value, array, owner.Name.Holder?.Target, LocationKey.Index(location.Key));
        }

        var text = Values.Format(value);
        recorder.Note(strand, kind, kind == StepKind.Read ? $"reads {{0}}: {text}" : $"writes {{0}}: {text}", location, text, site);
    }

    /// <summary>A reference has been read or written: the object behind it comes into view of a thread, or of others.</summary>
    internal static void Follow(Strand strand, RaceDetector races, StepKind kind, Location location, object? target)
    {
        if (kind != StepKind.Read)
        {
            races.Published(strand, location);
        }
        else if (target is not null)
        {
            races.Followed(strand, location, target);
        }
    }

    internal static Ordering Writing<T>() => typeof(T).IsValueType ? Ordering.Plain : Ordering.PlainReference;
}
