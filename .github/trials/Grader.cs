using System.Text.Json;

namespace Trials;

/// <summary>The grader, as anybody would call it.</summary>
/// <param name="root">The course's root folder.</param>
/// <param name="folder">A folder for lists and results.</param>
internal sealed class Grader(string root, string folder)
{
    /// <summary>Seconds that no live koan takes which waits for nothing that never comes.</summary>
    private const double WaitsLong = 5;

    private int _number;

    /// <summary>Grades branches of a clone in one run, and shows what the grader says of its progress.</summary>
    public IReadOnlyDictionary<string, Result> Many(string clone, IReadOnlyList<string> branches, params string[] options)
    {
        var number = ++_number;
        var list = Path.Combine(folder, $"list-{number}");
        var json = Path.Combine(folder, $"grades-{number}.json");
        File.WriteAllLines(list, branches.Select(branch => $"{clone}\t{branch}"));
        var (output, errors, exit) = Call(["--list", list, "--csv", "--json", json, .. options]);
        if (!File.Exists(json))
        {
            throw new InvalidOperationException($"The grader has left no grades.\n{output}{errors}");
        }

        Console.Write(errors.Split('\n').LastOrDefault(line => line.Contains("submissions in", StringComparison.Ordinal)) is { } last ? $"  {last}\n" : output + errors);
        using var grades = JsonDocument.Parse(File.ReadAllText(json));
        var results = grades.RootElement.GetProperty("submissions").EnumerateArray().Select(row => new Result(
            row.GetProperty("ref").GetString()!,
            row.GetProperty("exit").GetInt32(),
            row.GetProperty("met").GetInt32(),
            row.GetProperty("total").GetInt32(),
            row.GetProperty("said").GetString()!,
            row.GetProperty("seconds").GetDouble(),
            row.GetProperty("lessons").EnumerateArray().SelectMany(lesson => lesson.GetProperty("koans").EnumerateArray()).Count(IsHung),
            row.GetProperty("lessons").EnumerateArray().ToDictionary(
                lesson => lesson.GetProperty("lesson").GetString()!,
                lesson => (lesson.GetProperty("met").GetInt32(), lesson.GetProperty("total").GetInt32())),
            string.Join(", ", row.GetProperty("lessons").EnumerateArray().SelectMany(lesson => lesson.GetProperty("koans").EnumerateArray())
                .Where(koan => !koan.GetProperty("isMet").GetBoolean()).Select(koan => koan.GetProperty("koan").GetString())))).ToList();
        return exit == results.Select(result => result.Exit).DefaultIfEmpty(0).Max()
            ? results.ToDictionary(result => result.Ref)
            : throw new InvalidOperationException($"The list ended with {exit}, which is not the worst of its rows.");
    }

    /// <summary>A koan that did not come to an end by itself, that waited long for a process which did not, or of which there was no verdict.</summary>
    private static bool IsHung(JsonElement koan) => koan.GetProperty("verdict").GetString() is null or "Hung"
        || (koan.GetProperty("isLive").GetBoolean() && koan.GetProperty("seconds").GetDouble() > WaitsLong);

    /// <summary>Calls the grader; the errors are what it says of its progress.</summary>
    public (string Output, string Errors, int Exit) Call(string[] arguments, params (string Name, string Value)[] environment) => Repository.Try(
        "dotnet", root, ["run", "--file", Path.Combine(root, ".github", "grade.cs"), "--", .. arguments], environment);
}

/// <summary>A row of the grader.</summary>
internal sealed record Result(
    string Ref, int Exit, int Met, int Total, string Said, double Seconds, int Hung, IReadOnlyDictionary<string, (int Met, int Total)> Lessons, string NotMet);
