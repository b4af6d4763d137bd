using System.Runtime.CompilerServices;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>The members of <see cref="ReadOnlySpan{T}"/> that go through what it spans, an item in each step.</summary>
[Follows(typeof(ReadOnlySpan<>))]
public static class ReadOnlySpans<T>
{
    /// <summary>Follows <see cref="ReadOnlySpan{T}.CopyTo"/>.</summary>
    public static void CopyTo(ref ReadOnlySpan<T> target, Span<T> destination, int site) => Copy(target, destination, site);

    /// <summary>Follows <see cref="ReadOnlySpan{T}.TryCopyTo"/>.</summary>
    public static bool TryCopyTo(ref ReadOnlySpan<T> target, Span<T> destination, int site) => TryCopy(target, destination, site);

    /// <summary>Follows <see cref="ReadOnlySpan{T}.ToArray"/>.</summary>
    public static T[] ToArray(ref ReadOnlySpan<T> target, int site) => Read(target, site);

    internal static void Copy(ReadOnlySpan<T> from, Span<T> to, int site)
    {
        if (!TryCopy(from, to, site))
        {
            from.CopyTo(to); // which says what is wrong
        }
    }

    internal static bool TryCopy(ReadOnlySpan<T> from, Span<T> to, int site)
    {
        if (from.Length > to.Length || Strand.Current is null)
        {
            return from.TryCopyTo(to);
        }

        var items = Read(from, site);
        for (var i = 0; i < items.Length; i++)
        {
            WideProbes.StoreThrough(ref to[i], items[i], site);
        }

        return true;
    }

    internal static T[] Read(ReadOnlySpan<T> span, int site)
    {
        if (Strand.Current is null)
        {
            return span.ToArray();
        }

        var items = new T[span.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = WideProbes.LoadThrough(ref Unsafe.AsRef(in span[i]), site);
        }

        return items;
    }
}
