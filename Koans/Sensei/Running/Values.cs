using System.Globalization;
using System.Reflection;

namespace Sensei.Running;

/// <summary>Writes values as a learner would write them. Never calls the learner's own code.</summary>
internal static class Values
{
    private const int Longest = 24;

    /// <summary>A struct of more fields is told by its name.</summary>
    private const int MostFields = 4;

    internal static string Format(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Shorten(text)}\"",
        char c => $"'{c}'",
        bool b => b ? "true" : "false",
        Enum e => Enum.IsDefined(e.GetType(), e) ? e.ToString() : Convert.ToInt64(e, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IFormattable f when value.GetType().IsPrimitive || value is decimal or TimeSpan or DateTime or DateTimeOffset or Guid =>
            f.ToString(null, CultureInfo.InvariantCulture),
        Thread thread => thread.Name is { } name ? name : "a thread",
        Delegate => "a method",
        _ => Object(value),
    };

    /// <summary>A type's name as C# writes it, without its namespace.</summary>
    internal static string TypeName(Type type)
    {
        if (type == typeof(object))
        {
            return "object";
        }

        if (type.IsArray)
        {
            return TypeName(type.GetElementType()!) + "[]";
        }

        if (type == typeof(Task<Primitives.Nothing>))
        {
            return nameof(Task);
        }

        // what the compiler makes of [a, b] where only reading is asked for
        var name = type.Name.StartsWith("<>z__", StringComparison.Ordinal) ? "IReadOnlyList`1" : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick >= 0)
        {
            name = $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
        }

        return name switch
        {
            "Int32" => "int",
            "Int64" => "long",
            "String" => "string",
            "Boolean" => "bool",
            nameof(Primitives.OpenFile) when type == typeof(Primitives.OpenFile) => nameof(FileStream),
            nameof(Primitives.TurnTaker) when type == typeof(Primitives.TurnTaker) => nameof(TextWriter),
            _ => name,
        };
    }

    private static string Object(object value)
    {
        var type = value.GetType();
        if (value is System.Runtime.CompilerServices.ITuple tuple && type.IsValueType && !Weaving.Twin.IsTwin(type.Assembly))
        {
            return $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Format(tuple[i])))})";
        }

        if (type.IsValueType && Weaving.Twin.IsTwin(type.Assembly) && Fields(type) is { Length: > 0 and <= MostFields } fields)
        {
            return $"({string.Join(", ", fields.Select(field => Format(field.GetValue(value))))})";
        }

        var name = TypeName(type);
        var article = "AEIOUaeiou".Contains(name[0], StringComparison.Ordinal) ? "an" : "a";
        return !Weaving.Twin.IsTwin(type.Assembly) && value is System.Collections.ICollection { Count: var count }
            ? $"{article} {name} of {count}"
            : $"{article} {name}";
    }

    /// <summary>A field's name as it is in the source: of a property, that of the property.</summary>
    internal static string FieldName(FieldInfo field) =>
        field.Name[0] == '<' && field.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? field.Name[1..end] : field.Name;

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static string Shorten(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }
}
