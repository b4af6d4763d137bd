using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>The same as <see cref="ListItems{T}"/> of what is only read.</summary>
[Follows(typeof(IReadOnlyList<>))]
public static class ReadOnlyListItems<T>
{
    /// <summary>Follows <see cref="IReadOnlyList{T}.this"/>.</summary>
    public static T get_Item(IReadOnlyList<T> target, int index, int site)
    {
        if (target is Array array)
        {
            return Read(array, index, () => target[index], site);
        }

        CollectionProbes.Read(target, nameof(get_Item), site);
        return target[index];
    }

    internal static T Read(Array array, int index, Func<T> otherwise, int site) =>
        Rows.AreShared(array) && (uint)index < (uint)array.Length ? (T)Rows.Read(array, index, 1, site).GetValue(index)! : otherwise();
}
