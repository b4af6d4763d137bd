namespace Sensei.Weaving;

/// <summary>How a call uses a collection that it is made on.</summary>
internal enum CollectionUse
{
    None,

    /// <summary>One step that reads.</summary>
    Read,

    /// <summary>A plain collection's change: it reads, and then writes on the strength of what it has read.</summary>
    Tear,

    /// <summary>A concurrent collection's change: one indivisible step.</summary>
    Write,

    /// <summary>The same, when it may fail and says so.</summary>
    Attempt,
}

/// <summary>The mutable collections of .NET, and which of their members change them.</summary>
internal static class Collections
{
    private static readonly HashSet<string> s_plain =
    [
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.OrderedDictionary`2",
        "System.Collections.Generic.Queue`1",
        "System.Collections.Generic.Stack`1",
        "System.Collections.Generic.LinkedList`1",
        "System.Collections.Generic.LinkedListNode`1",
        "System.Collections.Generic.SortedDictionary`2",
        "System.Collections.Generic.SortedList`2",
        "System.Collections.Generic.SortedSet`1",
        "System.Collections.Generic.PriorityQueue`2",
        "System.Collections.ObjectModel.Collection`1",
        "System.Collections.ObjectModel.ObservableCollection`1",
        "System.Collections.ObjectModel.KeyedCollection`2",
        "System.Collections.Immutable.ImmutableArray`1/Builder",
        "System.Collections.Immutable.ImmutableDictionary`2/Builder",
        "System.Collections.Immutable.ImmutableHashSet`1/Builder",
        "System.Collections.Immutable.ImmutableList`1/Builder",
        "System.Collections.Immutable.ImmutableSortedDictionary`2/Builder",
        "System.Collections.Immutable.ImmutableSortedSet`1/Builder",
        "System.Collections.ArrayList",
        "System.Collections.BitArray",
        "System.Collections.Hashtable",
        "System.Collections.Queue",
        "System.Collections.SortedList",
        "System.Collections.Stack",
        "System.Collections.Specialized.HybridDictionary",
        "System.Collections.Specialized.ListDictionary",
        "System.Collections.Specialized.NameObjectCollectionBase",
        "System.Collections.Specialized.NameValueCollection",
        "System.Collections.Specialized.OrderedDictionary",
        "System.Collections.Specialized.StringCollection",
        "System.Collections.Specialized.StringDictionary",
        "System.Random",
        "System.Text.StringBuilder",
    ];

    private static readonly HashSet<string> s_concurrent =
    [
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
    ];

    /// <summary>Behind these, what collection it is shows only when the call is made.</summary>
    private static readonly HashSet<string> s_interfaces =
    [
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Generic.IReadOnlySet`1",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.IDictionary",
        "System.Collections.IList",
        "System.Collections.IEnumerator",
        "System.Collections.Generic.Dictionary`2/KeyCollection",
        "System.Collections.Generic.Dictionary`2/ValueCollection",
        "System.Collections.Generic.SortedDictionary`2/KeyCollection",
        "System.Collections.Generic.SortedDictionary`2/ValueCollection",
        "System.Collections.ObjectModel.ReadOnlyCollection`1",
        "System.Collections.ObjectModel.ReadOnlyDictionary`2",
        "System.Collections.ObjectModel.ReadOnlySet`1",
        "System.Object",
    ];

    private static readonly string[] s_changing =
    [
        "Add", "Append", "Clear", "Dequeue", "Enqueue", "EnsureCapacity", "ExceptWith", "GetOrAdd", "Insert", "IntersectWith",
        "Next", "Pop", "Push", "Remove", "Replace", "Reverse", "set_", "Shuffle", "Sort", "SymmetricExceptWith", "Trim", "TryAdd", "TryDequeue",
        "TryPop", "TryPush", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    ];

    /// <summary>Names that begin those of others, which only look: Set and SetEquals, Move and MoveNext.</summary>
    private static readonly string[] s_changingByName =
    [
        "And", "LeftShift", "Move", "Not", "Or", "RightShift", "Set", "SetAll", "SetAt", "SetPosition", "SetRange", "SetValueAtIndex", "Xor",
    ];

    internal static bool IsCollection(string type) =>
        s_plain.Contains(type) || s_concurrent.Contains(type) || s_interfaces.Contains(type);

    /// <summary>Whether a parameter of a type takes a collection, and not a place that holds one.</summary>
    internal static bool IsCollection(Mono.Cecil.TypeReference parameter) =>
        !parameter.IsByReference && !parameter.IsArray && parameter.MetadataType != Mono.Cecil.MetadataType.Object && IsCollection(parameter.GetElementType().FullName);

    /// <summary>How a member uses a collection of a type, both by name.</summary>
    internal static CollectionUse UseOf(string type, string member)
    {
        if (type == "System.Object")
        {
            return member == "ToString" ? CollectionUse.Read : CollectionUse.None; // it may be a StringBuilder's
        }

        if (member is ".ctor" or "get_Current" or "get_Comparer" or "get_Capacity" or "GetType" or "GetHashCode" or "Equals")
        {
            return CollectionUse.None;
        }

        var changes = Array.IndexOf(s_changingByName, member) >= 0
            || Array.Exists(s_changing, c => member.StartsWith(c, StringComparison.Ordinal));
        return s_concurrent.Contains(type)
            ? !changes ? CollectionUse.Read
            : member.StartsWith("Try", StringComparison.Ordinal) && !member.EndsWith("Range", StringComparison.Ordinal) ? CollectionUse.Attempt
            : CollectionUse.Write
            : changes ? CollectionUse.Tear
            : CollectionUse.Read;
    }

    /// <summary>Whether an object is one of the plain collections, whatever type it is known by.</summary>
    internal static bool IsPlain(object target) => IsPlain(target.GetType());

    internal static bool IsPlain(Type type) => IsOneOf(s_plain, type);

    internal static bool IsConcurrent(object target) => IsConcurrent(target.GetType());

    internal static bool IsConcurrent(Type type) => IsOneOf(s_concurrent, type);

    /// <summary>Whether a type is the enumerator of a plain collection, or of its keys or values.</summary>
    internal static bool IsEnumerator(string type) =>
        type.EndsWith("Enumerator", StringComparison.Ordinal) && type.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && s_plain.Contains(type[..end]);

    /// <summary>What a learner derives from a collection is one.</summary>
    private static bool IsOneOf(HashSet<string> types, Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (types.Contains(Definition(one)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Definition(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '/') ?? "";
}
