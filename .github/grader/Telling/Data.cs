using System.Text.Json;
using System.Text.Json.Nodes;
using Sensei.Records;

namespace Grader.Telling;

/// <summary>Everything about grades as JSON.</summary>
internal static class Data
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Leaves one row, or several, in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="withRecords">Whether to put in what the judge found of every koan.</param>
    public static void Leave(string file, IReadOnlyList<Row> rows, bool withRecords) => File.WriteAllText(
        file,
        new JsonObject { ["format"] = 1, ["submissions"] = new JsonArray([.. rows.Select(row => Of(row, withRecords))]) }.ToJsonString(s_options) + "\n");

    private static JsonObject Of(Row row, bool withRecords) => new()
    {
        ["submission"] = row.Path,
        ["ref"] = row.Ref,
        ["commit"] = row.Commit,
        ["exit"] = row.Exit,
        ["said"] = row.Said,
        ["met"] = row.Grade?.Met ?? 0,
        ["total"] = row.Grade?.Total ?? row.Total,
        ["seconds"] = Math.Round(row.Took.TotalSeconds, 1),
        ["lessons"] = new JsonArray([.. (row.Grade?.Lessons ?? []).Select(lesson => Of(lesson, withRecords))]),
        ["notGraded"] = new JsonArray([.. (row.Grade?.NotGraded ?? []).Select(path => JsonValue.Create(path))]),
    };

    private static JsonObject Of(LessonGrade lesson, bool withRecords) => new()
    {
        ["lesson"] = lesson.Name,
        ["met"] = lesson.Met,
        ["total"] = lesson.Koans.Count,
        ["koans"] = new JsonArray([.. lesson.Koans.Select(koan => Of(koan, withRecords))]),
    };

    private static JsonObject Of(KoanGrade koan, bool withRecord)
    {
        var data = new JsonObject
        {
            ["koan"] = koan.Place.Koan,
            ["method"] = koan.Method,
            ["isMet"] = koan.IsMet,
            ["verdict"] = koan.Record?.Verdict.ToString(),
            ["orders"] = koan.Record?.Orders,
            ["isLive"] = koan.Record?.IsLive,
            ["seconds"] = koan.Record is { } judged ? Math.Round(judged.Milliseconds / 1000, 1) : null,
            ["why"] = koan.Why,
        };
        if (withRecord && koan.Record is { } record)
        {
            data["record"] = JsonNode.Parse(RecordJson.Write(record, ""));
        }

        return data;
    }
}
