using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>An item behind an interface: of an array it is one element, of any other collection the whole of it.</summary>
[Follows(typeof(IList<>))]
public static class ListItems<T>
{
    /// <summary>Follows the reading of <see cref="IList{T}.this"/>.</summary>
    public static T get_Item(IList<T> target, int index, int site) =>
        target is Array array ? ReadOnlyListItems<T>.Read(array, index, () => target[index], site) : Look(target, index, site);

    /// <summary>Follows the writing of <see cref="IList{T}.this"/>.</summary>
    public static void set_Item(IList<T> target, int index, T value, int site)
    {
        if (target is T[] array && Strand.Current is not null)
        {
            Arrays.SetValue(array, value, index, site);
            return;
        }

        CollectionProbes.Tear(target, nameof(set_Item), site);
        target[index] = value;
    }

    private static T Look(IList<T> target, int index, int site)
    {
        CollectionProbes.Read(target, nameof(get_Item), site);
        return target[index];
    }
}
