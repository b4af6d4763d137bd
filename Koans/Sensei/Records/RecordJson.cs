using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sensei.Records;

/// <summary>A <see cref="KoanRecord"/> as JSON. Files in it are given from the course's root, with slashes.</summary>
public static class RecordJson
{
    /// <summary>By root; there is one in a process, and what the serializer learns of a type is kept with them.</summary>
    private static readonly ConcurrentDictionary<string, JsonSerializerOptions> s_options = new();

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="root">The full path of the course's root folder; files outside of it are given as they are.</param>
    public static string Write(KoanRecord record, string root) => JsonSerializer.Serialize(record, s_options.GetOrAdd(root, Options)) + "\n";

    /// <summary>Reads a record that was written. Its files stay as they were written: from the course's root.</summary>
    /// <param name="json">The text.</param>
    public static KoanRecord Read(string json) => JsonSerializer.Deserialize<KoanRecord>(json, s_options.GetOrAdd("", Options))!;

    private static JsonSerializerOptions Options(string root) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people as well; nobody puts it into a page as it is
        NewLine = "\n",
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(), new FromRoot(root) },
    };

    /// <summary>The file of a <see cref="SourceLine"/>; the line and the member beside it are plain properties.</summary>
    private sealed class FromRoot(string root) : JsonConverter<SourceLine>
    {
        private readonly string _root = root.Replace('\\', '/').TrimEnd('/') + "/";

        public override SourceLine Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            using var line = JsonDocument.ParseValue(ref reader);
            return new SourceLine(
                line.RootElement.GetProperty("file").GetString()!,
                line.RootElement.GetProperty("line").GetInt32(),
                line.RootElement.GetProperty("member").GetString()!);
        }

        public override void Write(Utf8JsonWriter writer, SourceLine value, JsonSerializerOptions options)
        {
            var file = value.File.Replace('\\', '/');
            var isBelow = _root.Length > 1 && file.StartsWith(_root, StringComparison.OrdinalIgnoreCase);
            writer.WriteStartObject();
            writer.WriteString("file", isBelow ? file[_root.Length..] : file);
            writer.WriteNumber("line", value.Line);
            writer.WriteString("member", value.Member);
            writer.WriteEndObject();
        }
    }
}
