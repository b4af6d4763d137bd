using System.Runtime.CompilerServices;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>A <c>foreach</c> over a list looks at the list anew with every item; .NET itself tells when it has changed.</summary>
[Follows(typeof(List<>.Enumerator))]
public static class ListEnumerators<T>
{
    /// <summary>Follows <see cref="List{T}.Enumerator.MoveNext"/>.</summary>
    public static bool MoveNext(ref List<T>.Enumerator target, int site)
    {
        CollectionProbes.Read(ListOf(ref target), "foreach", site);
        return target.MoveNext();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_list")]
    private static extern ref List<T> ListOf(ref List<T>.Enumerator target);
}
