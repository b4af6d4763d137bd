using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Sensei.Weaving;

/// <summary>
/// The plain collections behind what .NET makes of them: enumerators, queries that wait to be asked, the keys of a dictionary,
/// read-only wrappers. They keep them in fields, and going through them goes through the collections.
/// </summary>
internal static class Sources
{
    private const int MostNesting = 6;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_fields = [];

    /// <summary>The collections behind an object; none behind what is a collection itself, or the learner's.</summary>
    internal static List<object> Of(object target)
    {
        var found = new List<object>();
        Collect(target, found, 0);
        return found;
    }

    private static void Collect(object target, List<object> found, int depth)
    {
        foreach (var field in s_fields.GetOrAdd(target.GetType(), FieldsOf))
        {
            if (field.GetValue(target) is not { } inner)
            {
                continue;
            }

            if (Collections.IsPlain(inner))
            {
                found.Add(inner);
            }
            else if (depth < MostNesting && inner is IEnumerable or IEnumerator)
            {
                Collect(inner, found, depth + 1);
            }
        }
    }

    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var one = type; one is not null && IsOfNet(one); one = one.BaseType)
        {
            fields.AddRange(one.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(f => MayHold(f.FieldType)));
        }

        return [.. fields];
    }

    private static bool IsOfNet(Type type) =>
        !Collections.IsPlain(type) && !Collections.IsConcurrent(type) && type.Namespace is { } space
        && (space.StartsWith("System.Linq", StringComparison.Ordinal) || space.StartsWith("System.Collections", StringComparison.Ordinal));

    private static bool MayHold(Type type) => type.IsValueType
        ? typeof(IEnumerator).IsAssignableFrom(type)
        : !type.IsArray && type != typeof(string) && !typeof(Delegate).IsAssignableFrom(type) && !typeof(IEqualityComparer).IsAssignableFrom(type);
}
