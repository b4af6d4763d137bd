using System.Collections.Concurrent;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// The members of <see cref="ConcurrentDictionary{TKey, TValue}"/> that run the learner's code in the middle. They hold
/// no lock meanwhile, so others may come first and the code may run for nothing, or again.
/// </summary>
[Follows(typeof(ConcurrentDictionary<,>))]
public static class ConcurrentDictionaries<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Follows <see cref="ConcurrentDictionary{TKey, TValue}.GetOrAdd(TKey, Func{TKey, TValue})"/>.</summary>
    public static TValue GetOrAdd(ConcurrentDictionary<TKey, TValue> target, TKey key, Func<TKey, TValue> valueFactory, int site)
    {
        CollectionProbes.Read(target, "GetOrAdd", site);
        if (target.TryGetValue(key, out var value))
        {
            return value;
        }

        value = valueFactory(key);
        CollectionProbes.Write(target, "GetOrAdd", site);
        return target.GetOrAdd(key, value);
    }

    /// <summary>Follows <see cref="ConcurrentDictionary{TKey, TValue}.GetOrAdd{TArg}(TKey, Func{TKey, TArg, TValue}, TArg)"/>.</summary>
    public static TValue GetOrAdd<TArg>(
        ConcurrentDictionary<TKey, TValue> target, TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument, int site) =>
        GetOrAdd(target, key, k => valueFactory(k, factoryArgument), site);

    /// <summary>Follows <see cref="ConcurrentDictionary{TKey, TValue}.AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>.</summary>
    public static TValue AddOrUpdate(
        ConcurrentDictionary<TKey, TValue> target, TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory, int site) =>
        AddOrUpdate(target, key, _ => addValue, updateValueFactory, site);

    /// <summary>Follows <see cref="ConcurrentDictionary{TKey, TValue}.AddOrUpdate(TKey, Func{TKey, TValue}, Func{TKey, TValue, TValue})"/>.</summary>
    public static TValue AddOrUpdate(
        ConcurrentDictionary<TKey, TValue> target,
        TKey key,
        Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory,
        int site)
    {
        while (true)
        {
            CollectionProbes.Read(target, "AddOrUpdate", site);
            if (target.TryGetValue(key, out var before))
            {
                var after = updateValueFactory(key, before);
                CollectionProbes.Write(target, "AddOrUpdate", site);
                if (target.TryUpdate(key, after, before))
                {
                    return after;
                }
            }
            else
            {
                var added = addValueFactory(key);
                CollectionProbes.Write(target, "AddOrUpdate", site);
                if (target.TryAdd(key, added))
                {
                    return added;
                }
            }
        }
    }
}
