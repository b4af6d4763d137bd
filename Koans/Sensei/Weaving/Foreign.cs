using System.Collections.Concurrent;
using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>
/// The classes of .NET whose inside nobody follows: neither a primitive that something stands in for, nor a collection. Who
/// uses one by turns is judged as if it were a value; who uses one while another thread changes it is told so.
/// </summary>
internal static class Foreign
{
    /// <summary>Where all is meant for several threads or never changes, though some of it keeps what it has found out; or is seen to elsewhere.</summary>
    private static readonly string[] s_harmlessSpaces =
    [
        "System.Collections.", "System.Diagnostics.", "System.Globalization.", "System.IO.Pipelines.", "System.Linq.",
        "System.Net.", "System.Reflection.", "System.Resources.", "System.Runtime.", "System.Text.Json.Serialization.",
        "System.Text.RegularExpressions.", "System.Threading.", "System.Timers.", "System.Xml.Serialization.",
    ];

    /// <summary>The same of single types, and of what derives from them.</summary>
    private static readonly HashSet<string> s_harmless =
    [
        "System.AppDomain", "System.Array", "System.Attribute", "System.Buffers.ArrayPool`1", "System.Buffers.MemoryPool`1",
        "System.Buffers.SearchValues`1", "System.ComponentModel.BackgroundWorker", "System.Delegate", "System.Enum", "System.Lazy`1", "System.MulticastDelegate", "System.Object",
        "System.OperatingSystem", "System.Progress`1", "System.String", "System.StringComparer", "System.Text.CompositeFormat",
        "System.Text.Json.JsonSerializerOptions", "System.TimeProvider", "System.TimeZoneInfo", "System.Type", "System.Uri", "System.ValueType",
    ];

    private static readonly ConcurrentDictionary<string, bool> s_known = [];

    private static readonly string? s_folder = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location);

    /// <summary>Whether objects of a type are foreign, by its name: whether they are objects at all shows elsewhere.</summary>
    internal static bool Is(string type) => type.StartsWith("System.", StringComparison.Ordinal) && s_known.GetOrAdd(type, Look);

    /// <summary>Whether a call uses one.</summary>
    internal static bool IsUse(MethodReference call, string type) =>
        call.HasThis && call.Name is not (".ctor" or "Invoke" or "GetType") && !call.DeclaringType.IsValueType && Is(type);

    /// <summary>Whether an object's type is foreign, or is the learner's and derives from one that is.</summary>
    internal static bool Is(Type type)
    {
        if (type.IsValueType || type.IsArray || type.Assembly == typeof(Foreign).Assembly)
        {
            return false;
        }

        if (typeof(Exception).IsAssignableFrom(type))
        {
            // wherever its namespace belongs
            return true;
        }

        var isForeign = false;
        for (var one = type; one is not null && one != typeof(object); one = one.BaseType)
        {
            if (IsOfNet(one))
            {
                isForeign = true;
                if (!Is(NameOf(one)))
                {
                    return false;
                }
            }
        }

        return isForeign;
    }

    /// <summary>Whether a type comes with .NET itself.</summary>
    internal static bool IsOfNet(Type type) =>
        type.Assembly is { IsDynamic: false, Location: { Length: > 0 } file } && System.IO.Path.GetDirectoryName(file) == s_folder;

    /// <summary>A type's name as the weaver knows it.</summary>
    internal static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '/') ?? "";

    /// <summary>Whether a type is an interface of .NET, by its name.</summary>
    internal static bool IsInterface(string type) => type.StartsWith("System.", StringComparison.Ordinal) && NamesInterface(Bare(type));

    private static string Bare(string type) => type[(type.LastIndexOfAny(['.', '/']) + 1)..];

    private static bool NamesInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private static bool Look(string type)
    {
        var name = Bare(type);
        return !Array.Exists(s_harmlessSpaces, space => type.StartsWith(space, StringComparison.Ordinal))
            && !s_harmless.Contains(type)
            && !(type.StartsWith("System.Text.", StringComparison.Ordinal) && name.EndsWith("Encoding", StringComparison.Ordinal))
            && !NamesInterface(name)
            && !Collections.IsCollection(type);
    }
}
