using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary><see cref="Interlocked"/>: reading and writing in one step.</summary>
[Follows(typeof(Interlocked))]
public static class Interlockeds
{
    /// <summary>Follows <see cref="Interlocked.Increment(ref int)"/>.</summary>
    public static int Increment(ref int location, int site) =>
        Update(ref location, site, static (ref int l, int _, int _) => Interlocked.Increment(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Decrement(ref int)"/>.</summary>
    public static int Decrement(ref int location, int site) =>
        Update(ref location, site, static (ref int l, int _, int _) => Interlocked.Decrement(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Add(ref int, int)"/>.</summary>
    public static int Add(ref int location, int value, int site) =>
        Update(ref location, site, static (ref int l, int v, int _) => Interlocked.Add(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.And(ref int, int)"/>.</summary>
    public static int And(ref int location, int value, int site) =>
        Update(ref location, site, static (ref int l, int v, int _) => Interlocked.And(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Or(ref int, int)"/>.</summary>
    public static int Or(ref int location, int value, int site) =>
        Update(ref location, site, static (ref int l, int v, int _) => Interlocked.Or(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Increment(ref long)"/>.</summary>
    public static long Increment(ref long location, int site) =>
        Update(ref location, site, static (ref long l, long _, long _) => Interlocked.Increment(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Decrement(ref long)"/>.</summary>
    public static long Decrement(ref long location, int site) =>
        Update(ref location, site, static (ref long l, long _, long _) => Interlocked.Decrement(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Add(ref long, long)"/>.</summary>
    public static long Add(ref long location, long value, int site) =>
        Update(ref location, site, static (ref long l, long v, long _) => Interlocked.Add(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.And(ref long, long)"/>.</summary>
    public static long And(ref long location, long value, int site) =>
        Update(ref location, site, static (ref long l, long v, long _) => Interlocked.And(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Or(ref long, long)"/>.</summary>
    public static long Or(ref long location, long value, int site) =>
        Update(ref location, site, static (ref long l, long v, long _) => Interlocked.Or(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Increment(ref uint)"/>.</summary>
    public static uint Increment(ref uint location, int site) =>
        Update(ref location, site, static (ref uint l, uint _, uint _) => Interlocked.Increment(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Decrement(ref uint)"/>.</summary>
    public static uint Decrement(ref uint location, int site) =>
        Update(ref location, site, static (ref uint l, uint _, uint _) => Interlocked.Decrement(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Add(ref uint, uint)"/>.</summary>
    public static uint Add(ref uint location, uint value, int site) =>
        Update(ref location, site, static (ref uint l, uint v, uint _) => Interlocked.Add(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.And(ref uint, uint)"/>.</summary>
    public static uint And(ref uint location, uint value, int site) =>
        Update(ref location, site, static (ref uint l, uint v, uint _) => Interlocked.And(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Or(ref uint, uint)"/>.</summary>
    public static uint Or(ref uint location, uint value, int site) =>
        Update(ref location, site, static (ref uint l, uint v, uint _) => Interlocked.Or(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Increment(ref ulong)"/>.</summary>
    public static ulong Increment(ref ulong location, int site) =>
        Update(ref location, site, static (ref ulong l, ulong _, ulong _) => Interlocked.Increment(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Decrement(ref ulong)"/>.</summary>
    public static ulong Decrement(ref ulong location, int site) =>
        Update(ref location, site, static (ref ulong l, ulong _, ulong _) => Interlocked.Decrement(ref l), default, default);

    /// <summary>Follows <see cref="Interlocked.Add(ref ulong, ulong)"/>.</summary>
    public static ulong Add(ref ulong location, ulong value, int site) =>
        Update(ref location, site, static (ref ulong l, ulong v, ulong _) => Interlocked.Add(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.And(ref ulong, ulong)"/>.</summary>
    public static ulong And(ref ulong location, ulong value, int site) =>
        Update(ref location, site, static (ref ulong l, ulong v, ulong _) => Interlocked.And(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Or(ref ulong, ulong)"/>.</summary>
    public static ulong Or(ref ulong location, ulong value, int site) =>
        Update(ref location, site, static (ref ulong l, ulong v, ulong _) => Interlocked.Or(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.Read(ref readonly long)"/>.</summary>
    public static long Read(ref readonly long location, int site) =>
        Volatiles.Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Interlocked.Read(ref readonly ulong)"/>.</summary>
    public static ulong Read(ref readonly ulong location, int site) =>
        Volatiles.Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref int, int)"/>.</summary>
    public static int Exchange(ref int location, int value, int site) =>
        Update(ref location, site, static (ref int l, int v, int _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref int, int, int)"/>.</summary>
    public static int CompareExchange(ref int location, int value, int comparand, int site) =>
        Update(ref location, site, static (ref int l, int v, int c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref long, long)"/>.</summary>
    public static long Exchange(ref long location, long value, int site) =>
        Update(ref location, site, static (ref long l, long v, long _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref long, long, long)"/>.</summary>
    public static long CompareExchange(ref long location, long value, long comparand, int site) =>
        Update(ref location, site, static (ref long l, long v, long c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref uint, uint)"/>.</summary>
    public static uint Exchange(ref uint location, uint value, int site) =>
        Update(ref location, site, static (ref uint l, uint v, uint _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref uint, uint, uint)"/>.</summary>
    public static uint CompareExchange(ref uint location, uint value, uint comparand, int site) =>
        Update(ref location, site, static (ref uint l, uint v, uint c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref ulong, ulong)"/>.</summary>
    public static ulong Exchange(ref ulong location, ulong value, int site) =>
        Update(ref location, site, static (ref ulong l, ulong v, ulong _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref ulong, ulong, ulong)"/>.</summary>
    public static ulong CompareExchange(ref ulong location, ulong value, ulong comparand, int site) =>
        Update(ref location, site, static (ref ulong l, ulong v, ulong c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref float, float)"/>.</summary>
    public static float Exchange(ref float location, float value, int site) =>
        Update(ref location, site, static (ref float l, float v, float _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref float, float, float)"/>.</summary>
    public static float CompareExchange(ref float location, float value, float comparand, int site) =>
        Update(ref location, site, static (ref float l, float v, float c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref double, double)"/>.</summary>
    public static double Exchange(ref double location, double value, int site) =>
        Update(ref location, site, static (ref double l, double v, double _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref double, double, double)"/>.</summary>
    public static double CompareExchange(ref double location, double value, double comparand, int site) =>
        Update(ref location, site, static (ref double l, double v, double c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref nint, nint)"/>.</summary>
    public static nint Exchange(ref nint location, nint value, int site) =>
        Update(ref location, site, static (ref nint l, nint v, nint _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref nint, nint, nint)"/>.</summary>
    public static nint CompareExchange(ref nint location, nint value, nint comparand, int site) =>
        Update(ref location, site, static (ref nint l, nint v, nint c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref nuint, nuint)"/>.</summary>
    public static nuint Exchange(ref nuint location, nuint value, int site) =>
        Update(ref location, site, static (ref nuint l, nuint v, nuint _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref nuint, nuint, nuint)"/>.</summary>
    public static nuint CompareExchange(ref nuint location, nuint value, nuint comparand, int site) =>
        Update(ref location, site, static (ref nuint l, nuint v, nuint c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref byte, byte)"/>.</summary>
    public static byte Exchange(ref byte location, byte value, int site) =>
        Update(ref location, site, static (ref byte l, byte v, byte _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref byte, byte, byte)"/>.</summary>
    public static byte CompareExchange(ref byte location, byte value, byte comparand, int site) =>
        Update(ref location, site, static (ref byte l, byte v, byte c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref sbyte, sbyte)"/>.</summary>
    public static sbyte Exchange(ref sbyte location, sbyte value, int site) =>
        Update(ref location, site, static (ref sbyte l, sbyte v, sbyte _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref sbyte, sbyte, sbyte)"/>.</summary>
    public static sbyte CompareExchange(ref sbyte location, sbyte value, sbyte comparand, int site) =>
        Update(ref location, site, static (ref sbyte l, sbyte v, sbyte c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref short, short)"/>.</summary>
    public static short Exchange(ref short location, short value, int site) =>
        Update(ref location, site, static (ref short l, short v, short _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref short, short, short)"/>.</summary>
    public static short CompareExchange(ref short location, short value, short comparand, int site) =>
        Update(ref location, site, static (ref short l, short v, short c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref ushort, ushort)"/>.</summary>
    public static ushort Exchange(ref ushort location, ushort value, int site) =>
        Update(ref location, site, static (ref ushort l, ushort v, ushort _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref ushort, ushort, ushort)"/>.</summary>
    public static ushort CompareExchange(ref ushort location, ushort value, ushort comparand, int site) =>
        Update(ref location, site, static (ref ushort l, ushort v, ushort c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange(ref object, object)"/>.</summary>
    public static object? Exchange(ref object? location, object? value, int site) =>
        Update(ref location, site, static (ref object? l, object? v, object? _) => Interlocked.Exchange(ref l, v), value, default);

    /// <summary>Follows <see cref="Interlocked.CompareExchange(ref object, object, object)"/>.</summary>
    public static object? CompareExchange(ref object? location, object? value, object? comparand, int site) =>
        Update(ref location, site, static (ref object? l, object? v, object? c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.Exchange{T}(ref T, T)"/>.</summary>
    public static T Exchange<T>(ref T location, T value, int site) =>
        Update(ref location, site, static (ref T l, T v, T _) => Interlocked.Exchange(ref l, v), value, default!);

    /// <summary>Follows <see cref="Interlocked.CompareExchange{T}(ref T, T, T)"/>.</summary>
    public static T CompareExchange<T>(ref T location, T value, T comparand, int site) =>
        Update(ref location, site, static (ref T l, T v, T c) => Interlocked.CompareExchange(ref l, v, c), value, comparand);

    /// <summary>Follows <see cref="Interlocked.MemoryBarrier"/>: the search is sequentially consistent already.</summary>
    public static void MemoryBarrier(int site) => Interlocked.MemoryBarrier();

    /// <summary>Does the real operation as one step. One that leaves the value as it was, changes nothing that lasts.</summary>
    private static T Update<T>(ref T target, int site, Operator<T> operate, T value, T comparand)
    {
        if (Strand.Current is not { } me || References.Find(me, ref Unsafe.As<T, byte>(ref target)) is not { } location)
        {
            return operate(ref target, value, comparand);
        }

        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        var before = target;
        var result = operate(ref target, value, comparand);
        if (EqualityComparer<T>.Default.Equals(before, target))
        {
            me.Spinning.NoteRead(location);
            me.Run.Recorder?.Note(
                me, StepKind.Read, $"finds {{0}}: {Values.Format(target)}", location, Values.Format(target), site);
        }
        else
        {
            location.Version++;
            me.Run.NoteEffect(me);
            if (!typeof(T).IsValueType && me.Run.Races is { } races)
            {
                races.Published(me, location);
            }

            me.Run.Recorder?.Note(
                me,
                StepKind.Update,
                $"changes {{0}}: {Values.Format(before)} to {Values.Format(target)}",
                location,
                Values.Format(target),
                site,
                Values.Format(before));
        }

        return result;
    }

    private delegate T Operator<T>(ref T location, T value, T comparand);
}
