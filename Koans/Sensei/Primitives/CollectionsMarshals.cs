using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// A span over the items of a list, as the compiler uses it for <c>[.. list]</c>. What is done to the items is done to the list.
/// </summary>
[Follows(typeof(CollectionsMarshal))]
public static class CollectionsMarshals
{
    /// <summary>Follows <see cref="CollectionsMarshal.AsSpan"/>.</summary>
    public static Span<T> AsSpan<T>(List<T>? list, int site)
    {
        CollectionProbes.Read(list, nameof(AsSpan), site);
        if (list is not null && Strand.Current is { } me)
        {
            me.Run.Inside.Add((ItemsOf(list), list));
        }

        return CollectionsMarshal.AsSpan(list);
    }

    private static Array ItemsOf<T>(List<T> list) => Inside<T>.ItemsOf(list);

    private static class Inside<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_items")]
        internal static extern ref T[] ItemsOf(List<T> target);
    }
}
