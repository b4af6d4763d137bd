using System.Reflection;
using Sensei.Records;

namespace Sensei.Search;

/// <summary>An order that a class holds in a static property or field with the name Order.</summary>
internal static class OrderOf
{
    private const string Name = "Order";

    /// <summary>The entries of a class's order.</summary>
    internal static IReadOnlyList<string> Read(Type type)
    {
        const BindingFlags statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var order = type.GetProperty(Name, statics)?.GetValue(null) ?? type.GetField(Name, statics)?.GetValue(null);
        if (order is not IEnumerable<string> entries)
        {
            throw new InvalidOperationException($"{type.Name} has no static {Name} of strings.");
        }

        return [.. entries.Where(entry => !string.IsNullOrWhiteSpace(entry))];
    }

    /// <summary>Where it stands; null where that cannot be said.</summary>
    /// <param name="type">The class.</param>
    /// <param name="koan">The koan's source file; the class is in a file of its own name beside it.</param>
    internal static SourceLine? Find(Type type, string koan)
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(koan) ?? "", type.Name + ".cs");
        if (!File.Exists(file))
        {
            return null;
        }

        var before = File.ReadLines(file).TakeWhile(text => !text.Contains($" {Name} ", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal));
        return new SourceLine(file, before.Count() + 1, $"{type.Name}.{Name}");
    }
}
