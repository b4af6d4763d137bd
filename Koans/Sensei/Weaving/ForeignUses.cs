using System.Collections.Concurrent;
using System.Reflection;

namespace Sensei.Weaving;

/// <summary>What a member does to the foreign object that it is called on.</summary>
internal enum ForeignUse
{
    /// <summary>Nothing that needs a step: it is the learner's own, which takes its steps itself.</summary>
    None,

    /// <summary>It may be called by many at once, as long as nobody changes the object.</summary>
    Looks,

    /// <summary>Nobody else may use the object meanwhile.</summary>
    Changes,
}

/// <summary>
/// Finds out what members of .NET do to the object they are called on: by their names where those say it, and else by what
/// is in their bodies. One changes the object if it writes a field of it, or what such a field holds, or calls another
/// member of it that does. One that takes a lock knows that there are threads. What cannot be read is taken to look.
/// </summary>
internal static class ForeignUses
{
    private const int MostNesting = 8, MostBodies = 300;

    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<(Type, string), ForeignUse> s_uses = [];

    /// <summary>What a member of an object of a type does; of several of one name, what one of them does.</summary>
    internal static ForeignUse Of(Type type, string member) => s_uses.GetOrAdd((type, member), static of => Find(of.Item1, of.Item2));

    private static ForeignUse Find(Type type, string member)
    {
        if (!Foreign.Is(type))
        {
            return ForeignUse.None;
        }

        // what goes on later, in a state machine, is what goes on at once under the other name
        var plain = member.EndsWith("Async", StringComparison.Ordinal) ? member[..^"Async".Length] : member;
        var methods = Named(type, member);
        if (methods.Count == 0)
        {
            return ForeignUse.None;
        }

        var seen = new HashSet<(Type, MethodBase)>();
        var sets = Sets(member) && !methods.Exists(method => MemberBody.Of(method) is { Locks: true });
        return !OnlyLooks(member) && (sets || methods.Concat(Named(type, plain)).Any(method => Changes(type, method, seen, 0)))
            ? ForeignUse.Changes
            : ForeignUse.Looks;
    }

    /// <summary>.NET's own, as far as they are not overridden by somebody else's.</summary>
    private static List<MethodInfo> Named(Type type, string member) =>
        [.. type.GetMember(member, MemberTypes.Method, Instance).Cast<MethodInfo>()
            .Where(method => Foreign.IsOfNet(method.DeclaringType!) && method.DeclaringType != typeof(object))];

    /// <summary>Who asks for a property has not changed it, even if the answer is kept for the next one who asks.</summary>
    private static bool OnlyLooks(string member) =>
        member.StartsWith("get_", StringComparison.Ordinal) || member is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "GetType";

    /// <summary>Its name says that it sets something, or adds, or removes, as those of the collections do.</summary>
    private static bool Sets(string member) =>
        (member.StartsWith("Set", StringComparison.Ordinal) && member.Length > 3 && char.IsUpper(member[3]))
        || Collections.UseOf("", member) == CollectionUse.Tear;

    private static bool Changes(Type type, MethodBase method, HashSet<(Type, MethodBase)> seen, int depth)
    {
        if (depth == MostNesting || seen.Count == MostBodies || OnlyLooks(method.Name) || !Foreign.IsOfNet(method.DeclaringType!)
            || !seen.Add((type, method)))
        {
            return false;
        }

        if (MemberBody.Of(method) is not { } body)
        {
            // behind the name of a stream may be any, and they all do the same
            return Streams.Is(Foreign.NameOf(type)) && Streams.UseOf(method.Name) == CollectionUse.Tear;
        }

        return !body.Locks && (body.Stores || body.Calls.Any(call => Changes(type, call, seen, depth + 1)));
    }

    private static bool Changes(Type type, MemberCall call, HashSet<(Type, MethodBase)> seen, int depth)
    {
        if (call.Part is not { } part)
        {
            return Changes(type, call.IsVirtual ? Override(type, call.Method) : call.Method, seen, depth);
        }

        var name = Foreign.NameOf(part);
        if (Collections.IsCollection(name))
        {
            return Collections.UseOf(name, call.Method.Name) == CollectionUse.Tear;
        }

        return (part.IsValueType || Foreign.Is(part))
            && Changes(part, call.IsVirtual ? Override(part, call.Method) : call.Method, seen, depth);
    }

    /// <summary>What a call of a virtual method comes to on an object of a type.</summary>
    private static MethodBase Override(Type type, MethodBase called)
    {
        if (called is not MethodInfo { IsVirtual: true, IsFinal: false, DeclaringType.IsInterface: false } method)
        {
            return called;
        }

        var original = method.GetBaseDefinition();
        for (var one = type; one is not null && one != method.DeclaringType; one = one.BaseType)
        {
            if (Array.Find(one.GetMethods(Instance | BindingFlags.DeclaredOnly), m => m.IsVirtual && m.Name == method.Name && m.GetBaseDefinition() == original) is { } found)
            {
                return found;
            }
        }

        return called;
    }
}
