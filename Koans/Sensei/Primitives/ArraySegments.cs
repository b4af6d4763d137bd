namespace Sensei.Primitives;

/// <summary>The elements of an <see cref="ArraySegment{T}"/> are those of its array.</summary>
[Follows(typeof(ArraySegment<>))]
public static class ArraySegments<T>
{
    /// <summary>Follows the reading of <see cref="ArraySegment{T}.this"/>.</summary>
    public static T get_Item(ref ArraySegment<T> target, int index, int site) =>
        target.Array is { } array && (uint)index < (uint)target.Count
            ? ReadOnlyListItems<T>.get_Item(array, target.Offset + index, site)
            : target[index];

    /// <summary>Follows the writing of <see cref="ArraySegment{T}.this"/>.</summary>
    public static void set_Item(ref ArraySegment<T> target, int index, T value, int site)
    {
        if (target.Array is { } array && (uint)index < (uint)target.Count)
        {
            ListItems<T>.set_Item(array, target.Offset + index, value, site);
            return;
        }

        target[index] = value;
    }
}
