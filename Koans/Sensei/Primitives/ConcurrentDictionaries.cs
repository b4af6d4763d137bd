using System.Collections;
using System.Collections.Concurrent;
using Sensei.Running;
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

    /// <summary>
    /// Follows <see cref="ConcurrentDictionary{TKey, TValue}.GetEnumerator"/>: no snapshot. What is changed while somebody
    /// goes through it may be met on the way or not.
    /// </summary>
    public static IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator(ConcurrentDictionary<TKey, TValue> target, int site) =>
        Strand.Current is null ? target.GetEnumerator() : new Walk(target, site);

    private sealed class Walk(ConcurrentDictionary<TKey, TValue> target, int site) : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        private readonly IEnumerator<KeyValuePair<TKey, TValue>> _real = target.GetEnumerator();

        public KeyValuePair<TKey, TValue> Current => _real.Current;

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            CollectionProbes.Read(target, "foreach", site);
            return _real.MoveNext();
        }

        public void Reset() => _real.Reset();

        public void Dispose() => _real.Dispose();
    }
}
