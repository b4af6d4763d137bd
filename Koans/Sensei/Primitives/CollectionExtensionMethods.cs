using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>The members of <see cref="CollectionExtensions"/> that change what they extend.</summary>
[Follows(typeof(CollectionExtensions))]
public static class CollectionExtensionMethods
{
    /// <summary>Follows <see cref="CollectionExtensions.TryAdd{TKey, TValue}(IDictionary{TKey, TValue}, TKey, TValue)"/>.</summary>
    public static bool TryAdd<TKey, TValue>(IDictionary<TKey, TValue> dictionary, TKey key, TValue value, int site)
    {
        CollectionProbes.Tear(dictionary, nameof(TryAdd), site);
        return dictionary.TryAdd(key, value);
    }

    /// <summary>Follows <see cref="CollectionExtensions.Remove{TKey, TValue}(IDictionary{TKey, TValue}, TKey, out TValue)"/>.</summary>
    public static bool Remove<TKey, TValue>(IDictionary<TKey, TValue> dictionary, TKey key, out TValue? value, int site)
    {
        CollectionProbes.Tear(dictionary, nameof(Remove), site);
        return dictionary.Remove(key, out value);
    }

    /// <summary>Follows <see cref="CollectionExtensions.AddRange{T}(List{T}, ReadOnlySpan{T})"/>.</summary>
    public static void AddRange<T>(List<T> list, ReadOnlySpan<T> source, int site)
    {
        var items = ReadOnlySpans<T>.Read(source, site);
        CollectionProbes.Tear(list, nameof(AddRange), site);
        list.AddRange(items);
    }

    /// <summary>Follows <see cref="CollectionExtensions.InsertRange{T}(List{T}, int, ReadOnlySpan{T})"/>.</summary>
    public static void InsertRange<T>(List<T> list, int index, ReadOnlySpan<T> source, int site)
    {
        var items = ReadOnlySpans<T>.Read(source, site);
        CollectionProbes.Tear(list, nameof(InsertRange), site);
        list.InsertRange(index, items);
    }
}
