using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace Sensei.Weaving;

/// <summary>The contents of a plain collection at one moment, and how to put them back.</summary>
internal static class Snapshot
{
    private static readonly ConcurrentDictionary<Type, Action<object, Array>?> s_restorers = new();

    /// <summary>The items now; null for what cannot be put back.</summary>
    internal static Array? Of(object target)
    {
        switch (target)
        {
            case StringBuilder text:
                return text.ToString().ToCharArray();
            case BitArray bits:
                return bits.Cast<bool>().ToArray();
        }

        if (target is not IEnumerable collection || ItemType(target.GetType()) is not { } type)
        {
            return null;
        }

        var items = new ArrayList();
        foreach (var item in collection)
        {
            items.Add(item);
        }

        return items.ToArray(type);
    }

    /// <summary>Makes the contents what they were.</summary>
    internal static void Restore(object target, Array? items)
    {
        if (target is StringBuilder text && items is char[] letters)
        {
            text.Clear().Append(letters);
        }
        else if (target is BitArray bits && items is bool[] values)
        {
            bits.Length = values.Length;
            for (var i = 0; i < values.Length; i++)
            {
                bits[i] = values[i];
            }
        }
        else if (items is not null)
        {
            s_restorers.GetOrAdd(target.GetType(), Restorer)?.Invoke(target, items);
        }
    }

    private static Type? ItemType(Type type)
    {
        var item = Array.Find(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return item?.GetGenericArguments()[0]
            ?? (typeof(IDictionary).IsAssignableFrom(type) ? typeof(DictionaryEntry) : typeof(IEnumerable).IsAssignableFrom(type) ? typeof(object) : null);
    }

    private static Action<object, Array>? Restorer(Type type)
    {
        var clear = type.GetMethod("Clear", Type.EmptyTypes);
        var item = ItemType(type);
        if (clear is null || item is null)
        {
            return null;
        }

        if (typeof(IDictionary).IsAssignableFrom(type))
        {
            return (target, items) =>
            {
                var dictionary = (IDictionary)target;
                dictionary.Clear();
                foreach (var pair in items)
                {
                    dictionary.Add(Get(pair, "Key")!, Get(pair, "Value"));
                }
            };
        }

        var add = type.GetMethod("Add", [item]) ?? type.GetMethod("Enqueue", [item]) ?? type.GetMethod("Push", [item])
            ?? type.GetMethod("AddLast", [item]);
        if (add is null)
        {
            return null;
        }

        // a stack lists its top first
        var backwards = add.Name == "Push";
        return (target, items) =>
        {
            clear.Invoke(target, null);
            for (var i = 0; i < items.Length; i++)
            {
                add.Invoke(target, [items.GetValue(backwards ? items.Length - 1 - i : i)]);
            }
        };
    }

    private static object? Get(object pair, string property) =>
        pair.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(pair);
}
