using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Sensei.Primitives;

/// <summary><see cref="ImmutableInterlocked"/>: read, make another, swap if nobody was faster.</summary>
[Follows(typeof(ImmutableInterlocked))]
public static class ImmutableInterlockeds
{
    /// <summary>Follows <see cref="ImmutableInterlocked.Update{T}(ref T, Func{T, T})"/>.</summary>
    public static bool Update<T>(ref T location, Func<T, T> transformer, int site)
        where T : class?
    {
        while (true)
        {
            var before = Volatiles.Load(ref location, site);
            var after = transformer(before);
            if (ReferenceEquals(before, after))
            {
                return false;
            }

            if (ReferenceEquals(Interlockeds.CompareExchange(ref location, after, before, site), before))
            {
                return true;
            }
        }
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.Update{T, TArg}(ref T, Func{T, TArg, T}, TArg)"/>.</summary>
    public static bool Update<T, TArg>(ref T location, Func<T, TArg, T> transformer, TArg transformerArgument, int site)
        where T : class? =>
        Update(ref location, value => transformer(value, transformerArgument), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.Update{T}(ref ImmutableArray{T}, Func{ImmutableArray{T}, ImmutableArray{T}})"/>.</summary>
    public static bool Update<T>(ref ImmutableArray<T> location, Func<ImmutableArray<T>, ImmutableArray<T>> transformer, int site)
    {
        return Update<T[]?>(ref Items(ref location), before => Array(transformer(Unsafe.As<T[]?, ImmutableArray<T>>(ref before))), site);
        static T[]? Array(ImmutableArray<T> after) => Items(ref after);
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.Update{T, TArg}(ref ImmutableArray{T}, Func{ImmutableArray{T}, TArg, ImmutableArray{T}}, TArg)"/>.</summary>
    public static bool Update<T, TArg>(
        ref ImmutableArray<T> location, Func<ImmutableArray<T>, TArg, ImmutableArray<T>> transformer, TArg transformerArgument, int site) =>
        Update(ref location, items => transformer(items, transformerArgument), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.TryAdd{TKey, TValue}"/>.</summary>
    public static bool TryAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue value, int site)
        where TKey : notnull =>
        Update(ref location, d => d.ContainsKey(key) ? d : d.Add(key, value), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.TryUpdate{TKey, TValue}"/>.</summary>
    public static bool TryUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue newValue, TValue comparisonValue, int site)
        where TKey : notnull
    {
        var updated = false;
        Update(
            ref location,
            d =>
            {
                updated = d.TryGetValue(key, out var present) && EqualityComparer<TValue>.Default.Equals(present, comparisonValue);
                return updated ? d.SetItem(key, newValue) : d;
            },
            site);
        return updated;
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.TryRemove{TKey, TValue}"/>.</summary>
    public static bool TryRemove<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, out TValue? value, int site)
        where TKey : notnull
    {
        TValue? removed = default;
        var changed = Update(
            ref location,
            d =>
            {
                d.TryGetValue(key, out removed);
                return d.Remove(key);
            },
            site);
        value = removed;
        return changed;
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.GetOrAdd{TKey, TValue}(ref ImmutableDictionary{TKey, TValue}, TKey, TValue)"/>.</summary>
    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue value, int site)
        where TKey : notnull
    {
        var found = value;
        Update(
            ref location,
            d =>
            {
                if (d.TryGetValue(key, out var present))
                {
                    found = present;
                    return d;
                }

                found = value;
                return d.Add(key, value);
            },
            site);
        return found;
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.GetOrAdd{TKey, TValue}(ref ImmutableDictionary{TKey, TValue}, TKey, Func{TKey, TValue})"/>.</summary>
    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, Func<TKey, TValue> valueFactory, int site)
        where TKey : notnull =>
        Volatiles.Load(ref location, site).TryGetValue(key, out var present)
            ? present
            : GetOrAdd(ref location, key, valueFactory(key), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.AddOrUpdate{TKey, TValue}(ref ImmutableDictionary{TKey, TValue}, TKey, TValue, Func{TKey, TValue, TValue})"/>.</summary>
    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory, int site)
        where TKey : notnull
    {
        var result = addValue;
        Update(
            ref location,
            d =>
            {
                result = d.TryGetValue(key, out var present) ? updateValueFactory(key, present) : addValue;
                return d.SetItem(key, result);
            },
            site);
        return result;
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.AddOrUpdate{TKey, TValue}(ref ImmutableDictionary{TKey, TValue}, TKey, Func{TKey, TValue}, Func{TKey, TValue, TValue})"/>.</summary>
    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory,
        int site)
        where TKey : notnull
    {
        TValue result = default!;
        Update(
            ref location,
            d =>
            {
                result = d.TryGetValue(key, out var present) ? updateValueFactory(key, present) : addValueFactory(key);
                return d.SetItem(key, result);
            },
            site);
        return result;
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.GetOrAdd{TKey, TValue, TArg}(ref ImmutableDictionary{TKey, TValue}, TKey, Func{TKey, TArg, TValue}, TArg)"/>.</summary>
    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument, int site)
        where TKey : notnull => GetOrAdd(ref location, key, k => valueFactory(k, factoryArgument), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.InterlockedExchange{T}(ref ImmutableArray{T}, ImmutableArray{T})"/>.</summary>
    public static ImmutableArray<T> InterlockedExchange<T>(ref ImmutableArray<T> location, ImmutableArray<T> value, int site)
    {
        var before = Interlockeds.Exchange(ref Items(ref location), Items(ref value), site);
        return Unsafe.As<T[]?, ImmutableArray<T>>(ref before);
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.InterlockedCompareExchange{T}(ref ImmutableArray{T}, ImmutableArray{T}, ImmutableArray{T})"/>.</summary>
    public static ImmutableArray<T> InterlockedCompareExchange<T>(
        ref ImmutableArray<T> location, ImmutableArray<T> value, ImmutableArray<T> comparand, int site)
    {
        var before = Interlockeds.CompareExchange(ref Items(ref location), Items(ref value), Items(ref comparand), site);
        return Unsafe.As<T[]?, ImmutableArray<T>>(ref before);
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.InterlockedInitialize{T}(ref ImmutableArray{T}, ImmutableArray{T})"/>.</summary>
    public static bool InterlockedInitialize<T>(ref ImmutableArray<T> location, ImmutableArray<T> value, int site) =>
        InterlockedCompareExchange(ref location, value, default, site).IsDefault;

    /// <summary>Follows <see cref="ImmutableInterlocked.Enqueue{T}"/>.</summary>
    public static void Enqueue<T>(ref ImmutableQueue<T> location, T value, int site) =>
        Update(ref location, q => q.Enqueue(value), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.TryDequeue{T}"/>.</summary>
    public static bool TryDequeue<T>(ref ImmutableQueue<T> location, out T? value, int site)
    {
        T? taken = default;
        var changed = Update(ref location, q => q.IsEmpty ? q : q.Dequeue(out taken), site);
        value = taken;
        return changed;
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.Push{T}"/>.</summary>
    public static void Push<T>(ref ImmutableStack<T> location, T value, int site) =>
        Update(ref location, s => s.Push(value), site);

    /// <summary>Follows <see cref="ImmutableInterlocked.TryPop{T}"/>.</summary>
    public static bool TryPop<T>(ref ImmutableStack<T> location, out T? value, int site)
    {
        T? taken = default;
        var changed = Update(ref location, s => s.IsEmpty ? s : s.Pop(out taken), site);
        value = taken;
        return changed;
    }

    /// <summary>An immutable array is a reference and nothing else.</summary>
    private static ref T[]? Items<T>(ref ImmutableArray<T> location) => ref Unsafe.As<ImmutableArray<T>, T[]?>(ref location);
}
