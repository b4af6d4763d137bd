using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>The members of <see cref="Span{T}"/> that go through what it spans, an item in each step.</summary>
[Follows(typeof(Span<>))]
public static class Spans<T>
{
    /// <summary>Follows <see cref="Span{T}.Fill"/>.</summary>
    public static void Fill(ref Span<T> target, T value, int site)
    {
        if (Strand.Current is null)
        {
            target.Fill(value);
            return;
        }

        foreach (ref var item in target)
        {
            WideProbes.StoreThrough(ref item, value, site);
        }
    }

    /// <summary>Follows <see cref="Span{T}.Clear"/>.</summary>
    public static void Clear(ref Span<T> target, int site) => Fill(ref target, default!, site);

    /// <summary>Follows <see cref="Span{T}.CopyTo"/>.</summary>
    public static void CopyTo(ref Span<T> target, Span<T> destination, int site) => ReadOnlySpans<T>.Copy(target, destination, site);

    /// <summary>Follows <see cref="Span{T}.TryCopyTo"/>.</summary>
    public static bool TryCopyTo(ref Span<T> target, Span<T> destination, int site) => ReadOnlySpans<T>.TryCopy(target, destination, site);

    /// <summary>Follows <see cref="Span{T}.ToArray"/>.</summary>
    public static T[] ToArray(ref Span<T> target, int site) => ReadOnlySpans<T>.Read(target, site);
}
