using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Lazy{T}"/>. The real one runs the factory, keeps the value and the exceptions; here is kept who is at it,
/// so that nobody waits for the real one's lock. In the mode for one thread it is taken apart, as several would find it.
/// </summary>
[Follows(typeof(Lazy<>))]
public static class Lazies<T>
{
    /// <summary>Follows <see cref="Lazy{T}(LazyThreadSafetyMode)"/>, whose factory is the constructor of the type.</summary>
    public static Lazy<T> New(LazyThreadSafetyMode mode, int site) => mode is LazyThreadSafetyMode.PublicationOnly or LazyThreadSafetyMode.None
        ? new Lazy<T>(Activator.CreateInstance<T>, mode)
        : new Lazy<T>(mode);

    /// <summary>Follows <see cref="Lazy{T}(bool)"/>.</summary>
    public static Lazy<T> New(bool isThreadSafe, int site) =>
        New(isThreadSafe ? LazyThreadSafetyMode.ExecutionAndPublication : LazyThreadSafetyMode.None, site);

    /// <summary>Follows <see cref="Lazy{T}.Value"/>.</summary>
    public static T get_Value(Lazy<T> target, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return target!.Value;
        }

        var making = Making.Of(me.Run, target);
        if (making.Maker == me)
        {
            return target.Value; // .NET tells it that it asks for what it is making
        }

        me.Step(new Operation(site, making.Location, Access.Write, making) { KeepsVersion = true, Ordering = Ordering.None });
        me.Run.Races?.Took(me, making.Location);
        if (making.IsOver)
        {
            me.Spinning.NoteRead(making.Location);
            me.Run.Recorder?.Note(me, StepKind.Read, "reads the value of {0}", making.Location, null, site);
            return target.Value;
        }

        switch (ModeOf(target))
        {
            case LazyThreadSafetyMode.ExecutionAndPublication:
                return Make(me, target, making, site);
            case LazyThreadSafetyMode.PublicationOnly:
                return Publish(me, target, making, site);
            default:
                return Unprotected(me, target, making, site);
        }
    }

    /// <summary>Follows <see cref="Lazy{T}.IsValueCreated"/>.</summary>
    public static bool get_IsValueCreated(Lazy<T> target, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return target!.IsValueCreated;
        }

        var making = Making.Of(me.Run, target);
        me.Step(new Operation(site, making.Location, Access.Read));
        var isCreated = making.IsOver && target.IsValueCreated;
        me.Run.Recorder?.Note(
            me, StepKind.Read, isCreated ? "sees that {0} has its value" : "sees that {0} has no value", making.Location, Values.Format(isCreated), site);
        return isCreated;
    }

    /// <summary>One thread runs the factory, the others wait for it.</summary>
    private static T Make(Strand me, Lazy<T> target, Making making, int site)
    {
        making.Maker = me;
        making.Since = site;
        me.Run.Recorder?.Note(me, StepKind.Acquire, "begins to make {0}", making.Location, null, site);
        T value;
        try
        {
            value = target.Value;
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            End(me, target, making, isOver: IsFaulted(target), site);
            throw;
        }

        End(me, target, making, isOver: true, site);
        return value;
    }

    private static void End(Strand me, Lazy<T> target, Making making, bool isOver, int site)
    {
        me.Step(new Operation(site, making.Location, Access.Write));
        making.Maker = null;
        making.IsOver = isOver;
        me.Run.Recorder?.Note(me, StepKind.Release, isOver ? "has made {0}" : "has not made {0}", making.Location, null, site);
    }

    /// <summary>Everybody may run the factory; the first to be done has made the value.</summary>
    private static T Publish(Strand me, Lazy<T> target, Making making, int site)
    {
        if (FactoryOf(target) is not { } factory)
        {
            return target.Value;
        }

        var value = factory();
        me.Step(new Operation(site, making.Location, Access.Write));
        if (!target.IsValueCreated)
        {
            FactoryOf(target) = () => value;
            making.IsOver = true;
            me.Run.Recorder?.Note(me, StepKind.Update, "publishes {0}", making.Location, null, site);
        }

        return target.Value;
    }

    /// <summary>
    /// Each of its steps for itself: it takes the factory away, runs it, and puts the value there. Whoever comes when the
    /// factory is gone is told that it asks for what it is making itself; whoever took it as well makes another value.
    /// </summary>
    private static T Unprotected(Strand me, Lazy<T> target, Making making, int site)
    {
        var inside = me.Run.LocationOf(target, LocationKey.Contents);
        me.Step(new Operation(site, inside, Access.Read) { Ordering = Ordering.Plain });
        if (FactoryOf(target) is not { } factory)
        {
            me.Run.Recorder?.Note(me, StepKind.Read, "finds somebody making {0}", inside, null, site);
            throw new InvalidOperationException("ValueFactory attempted to access the Value property of this instance.");
        }

        me.Run.Recorder?.Note(me, StepKind.Read, "finds nobody making {0}", inside, null, site);
        me.Step(new Operation(site, inside, Access.Write) { Ordering = Ordering.Plain });
        FactoryOf(target) = null;
        me.Run.Recorder?.Note(me, StepKind.Write, "begins to make {0}", inside, null, site);
        Func<T> result;
        try
        {
            var value = factory();
            result = () => value;
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            var kept = ExceptionDispatchInfo.Capture(error);
            result = () =>
            {
                kept.Throw();
                return default!;
            };
        }

        me.Step(new Operation(site, making.Location, Access.Write));
        me.Run.Recorder?.Note(me, StepKind.Write, "has made {0}", making.Location, null, site);
        if (making.IsOver && target.IsValueCreated)
        {
            ValueOf(target) = result();
            return target.Value;
        }

        FactoryOf(target) = result;
        making.IsOver = true;
        return target.Value;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref T ValueOf(Lazy<T> target);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_factory")]
    private static extern ref Func<T>? FactoryOf(Lazy<T> target);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Mode")]
    private static extern LazyThreadSafetyMode? ModeOf(Lazy<T> target);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_IsValueFaulted")]
    private static extern bool IsFaulted(Lazy<T> target);

    private sealed class Making(Location location) : IGate
    {
        internal Location Location { get; } = location;

        internal Strand? Maker { get; set; }

        internal int Since { get; set; } = -1;

        /// <summary>There is a value, or an exception that is kept in its place.</summary>
        internal bool IsOver { get; set; }

        internal static Making Of(Run run, Lazy<T> target)
        {
            var location = run.LocationOf(target, LocationKey.State);
            return (Making)(location.Mirror ??= new Making(location) { IsOver = target.IsValueCreated || IsFaulted(target) });
        }

        public bool IsOpen(Strand strand) => Maker is null;

        public Waiting Describe(Strand strand) => new(WaitsFor.Lock, Location, Maker is { } maker ? [(maker, Since)] : []);
    }
}
