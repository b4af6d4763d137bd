using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>The elements of an array of any type, each a place of its own, for members of .NET that go through many of them.</summary>
internal abstract class Rows
{
    private static readonly ConcurrentDictionary<Type, Rows> s_all = [];

    /// <summary>What is done to the elements of an array is done in steps.</summary>
    internal static bool AreShared(Array? array) => array is not null && Strand.Current is { Atomic: 0 };

    internal static Rows Of(Array array) => s_all.GetOrAdd(
        array.GetType().GetElementType()!, static type => type.IsPointer || type.IsFunctionPointer
            ? new Row<nint>()
            : (Rows)Activator.CreateInstance(typeof(Row<>).MakeGenericType(type))!);

    /// <summary>A copy of an array, of which some elements are read one after another, each in a step.</summary>
    internal static Array Read(Array array, int from, int count, int site)
    {
        var copy = (Array)array.Clone();
        var row = Of(array);
        for (var i = from; i < from + count; i++)
        {
            row.Load(array, copy, i, site);
        }

        return copy;
    }

    /// <summary>The same of all elements.</summary>
    internal static Array Read(Array array, int site) => Read(array, 0, array.Length, site);

    /// <summary>Writes some elements one after another, each in a step, as they are in a copy.</summary>
    internal static void Write(Array array, Array copy, int from, int count, int site)
    {
        var row = Of(array);
        for (var i = from; i < from + count; i++)
        {
            row.Store(array, copy, i, site);
        }
    }

    /// <summary>Writes those elements that are no longer what they were.</summary>
    internal static void WriteChanges(Array array, Array before, Array copy, int site)
    {
        var row = Of(array);
        for (var i = 0; i < array.Length; i++)
        {
            if (!row.AreSame(before, copy, i))
            {
                row.Store(array, copy, i, site);
            }
        }
    }

    protected abstract void Load(Array from, Array to, int index, int site);

    protected abstract void Store(Array to, Array from, int index, int site);

    protected abstract bool AreSame(Array one, Array other, int index);

    private sealed class Row<T> : Rows
    {
        protected override void Load(Array from, Array to, int index, int site) =>
            At(to, index) = WideProbes.LoadElement(ref At(from, index), from, index, site);

        protected override void Store(Array to, Array from, int index, int site) =>
            WideProbes.StoreElement(ref At(to, index), to, index, At(from, index), site);

        protected override bool AreSame(Array one, Array other, int index) =>
            StructParts<T>.AreSame(ref At(one, index), ref At(other, index));

        private static ref T At(Array array, int index) =>
            ref Unsafe.Add(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), index);
    }
}
