using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary><see cref="Volatile"/>: a read or a write through a reference.</summary>
[Follows(typeof(Volatile))]
public static class Volatiles
{
    /// <summary>Follows <see cref="Volatile.Read(ref readonly bool)"/>.</summary>
    public static bool Read(ref readonly bool location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref bool, bool)"/>.</summary>
    public static void Write(ref bool location, bool value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly byte)"/>.</summary>
    public static byte Read(ref readonly byte location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref byte, byte)"/>.</summary>
    public static void Write(ref byte location, byte value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly sbyte)"/>.</summary>
    public static sbyte Read(ref readonly sbyte location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref sbyte, sbyte)"/>.</summary>
    public static void Write(ref sbyte location, sbyte value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly short)"/>.</summary>
    public static short Read(ref readonly short location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref short, short)"/>.</summary>
    public static void Write(ref short location, short value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly ushort)"/>.</summary>
    public static ushort Read(ref readonly ushort location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref ushort, ushort)"/>.</summary>
    public static void Write(ref ushort location, ushort value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly int)"/>.</summary>
    public static int Read(ref readonly int location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref int, int)"/>.</summary>
    public static void Write(ref int location, int value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly uint)"/>.</summary>
    public static uint Read(ref readonly uint location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref uint, uint)"/>.</summary>
    public static void Write(ref uint location, uint value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly long)"/>.</summary>
    public static long Read(ref readonly long location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref long, long)"/>.</summary>
    public static void Write(ref long location, long value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly ulong)"/>.</summary>
    public static ulong Read(ref readonly ulong location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref ulong, ulong)"/>.</summary>
    public static void Write(ref ulong location, ulong value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly nint)"/>.</summary>
    public static nint Read(ref readonly nint location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref nint, nint)"/>.</summary>
    public static void Write(ref nint location, nint value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly nuint)"/>.</summary>
    public static nuint Read(ref readonly nuint location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref nuint, nuint)"/>.</summary>
    public static void Write(ref nuint location, nuint value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly float)"/>.</summary>
    public static float Read(ref readonly float location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref float, float)"/>.</summary>
    public static void Write(ref float location, float value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.Read(ref readonly double)"/>.</summary>
    public static double Read(ref readonly double location, int site) => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write(ref double, double)"/>.</summary>
    public static void Write(ref double location, double value, int site) => Store(ref location, value, site);

    /// <summary>Follows <see cref="Volatile.ReadBarrier"/>: the search is sequentially consistent already, and a barrier alone orders nothing.</summary>
    public static void ReadBarrier(int site) => Volatile.ReadBarrier();

    /// <summary>Follows <see cref="Volatile.WriteBarrier"/>.</summary>
    public static void WriteBarrier(int site) => Volatile.WriteBarrier();

    /// <summary>Follows <see cref="Volatile.Read{T}(ref readonly T)"/>.</summary>
    public static T Read<T>(ref readonly T location, int site)
        where T : class? => Load(ref Unsafe.AsRef(in location), site);

    /// <summary>Follows <see cref="Volatile.Write{T}(ref T, T)"/>.</summary>
    public static void Write<T>(ref T location, T value, int site)
        where T : class? => Store(ref location, value, site);

    internal static T Load<T>(ref T source, int site)
    {
        Probes.ReadThrough(ref Unsafe.As<T, byte>(ref source), site, Ordering.Volatile);
        var value = source;
        if (Strand.Current is { } me)
        {
            Probes.Tell(me, StepKind.Read, value, site);
        }
        else
        {
            Interlocked.MemoryBarrier();
        }

        return value;
    }

    internal static void Store<T>(ref T target, T value, int site)
    {
        Probes.WriteThrough(ref Unsafe.As<T, byte>(ref target), value, site, Ordering.Volatile);
        if (Strand.Current is null)
        {
            Interlocked.MemoryBarrier();
        }

        target = value;
    }
}
