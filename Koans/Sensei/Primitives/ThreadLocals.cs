using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="ThreadLocal{T}"/>: every learner's thread has a pooled thread of its own, so the real one does.</summary>
[Follows(typeof(ThreadLocal<>))]
public static class ThreadLocals<T>
{
    /// <summary>Follows <see cref="ThreadLocal{T}.Value"/>.</summary>
    public static T? get_Value(ThreadLocal<T> target, int site)
    {
        Step(target, target?.IsValueCreated == true ? Access.Read : Access.Write, site);
        var value = target!.Value;
        Note(target, StepKind.Read, $"reads its own {{0}}: {Values.Format(value)}", site);
        return value;
    }

    /// <summary>Follows <see cref="ThreadLocal{T}.Value"/>.</summary>
    public static void set_Value(ThreadLocal<T> target, T value, int site)
    {
        Step(target, Access.Write, site);
        target.Value = value;
        Note(target, StepKind.Write, $"writes its own {{0}}: {Values.Format(value)}", site);
    }

    /// <summary>Follows <see cref="ThreadLocal{T}.Values"/>.</summary>
    public static IList<T> get_Values(ThreadLocal<T> target, int site)
    {
        Step(target, Access.Read, site);
        Note(target, StepKind.Read, "reads everybody's {0}", site);
        return target.Values;
    }

    /// <summary>Follows <see cref="ThreadLocal{T}.IsValueCreated"/>.</summary>
    public static bool get_IsValueCreated(ThreadLocal<T> target, int site) => target.IsValueCreated;

    /// <summary>Follows <see cref="ThreadLocal{T}.Dispose()"/>.</summary>
    public static void Dispose(ThreadLocal<T> target, int site) => target.Dispose();

    private static void Step(ThreadLocal<T>? target, Access access, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            me.IsKnown = true;
            me.Step(new Operation(site, me.Run.LocationOf(target, LocationKey.State), access) { Ordering = Ordering.None });
        }
    }

    private static void Note(ThreadLocal<T> target, StepKind kind, string text, int site)
    {
        if (Strand.Current is { Run.Recorder: { } recorder } me)
        {
            recorder.Note(me, kind, text, me.Run.LocationOf(target, LocationKey.State), null, site);
        }
    }
}
