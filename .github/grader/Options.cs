using System.Globalization;

namespace Grader;

/// <summary>What is asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        Grades the koans.

          dotnet run --file .github/grade.cs                             this working tree
          dotnet run --file .github/grade.cs -- PATH [REF]               a submission: a clone or checkout, at REF (HEAD)
          dotnet run --file .github/grade.cs -- --list FILE [--csv]      many: in every line PATH, or PATH, a tab and REF

          --lesson 02-Races   only this lesson
          --min N             N koans are enough
          --json FILE         leaves all that was found as JSON
          --seconds N         the most that one lesson may take (60)
          --afresh            judges every lesson again, also where two submissions have the same stubs

        The tests and the judge are always those of the course that this file belongs to; of a submission only the stubs count.
        Ends with 0: complete, or at least N · 1: graded, not complete · 2: refused, or does not compile · 3: the grader failed.
        """;

    /// <summary>The submission's folder; null for the working tree of the course itself.</summary>
    public string? Path { get; init; }

    public string Ref { get; init; } = "HEAD";

    public string? List { get; init; }

    public bool Csv { get; init; }

    public string? Json { get; init; }

    public string? Lesson { get; init; }

    public int? Min { get; init; }

    public int Seconds { get; init; } = 60;

    public bool Afresh { get; init; }

    public bool Help { get; init; }

    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        var places = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            string Value() => i + 1 < arguments.Length ? arguments[++i] : throw new Refused($"{arguments[i]} needs a value; --help shows how.");
            int Number() => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new Refused($"{arguments[i - 1]} needs a number, not \"{Text.Line(arguments[i])}\".");
            switch (arguments[i])
            {
                case "--help" or "-h":
                    options = options with { Help = true };
                    break;
                case "--list":
                    options = options with { List = Value() };
                    break;
                case "--afresh":
                    options = options with { Afresh = true };
                    break;
                case "--csv":
                    options = options with { Csv = true };
                    break;
                case "--json":
                    options = options with { Json = Value() };
                    break;
                case "--lesson":
                    options = options with { Lesson = Value() };
                    break;
                case "--min":
                    options = options with { Min = Number() };
                    break;
                case "--seconds":
                    options = options with { Seconds = Number() };
                    break;
                case ['-', ..]:
                    throw new Refused($"\"{Text.Line(arguments[i])}\" is no option; --help shows those there are.");
                default:
                    places.Add(arguments[i]);
                    break;
            }
        }

        if (options.Seconds == 0)
        {
            throw new Refused("--seconds needs at least 1, since a lesson takes some time.");
        }

        if (options is { Csv: true, List: null })
        {
            throw new Refused("--csv prints the rows of a --list; --help shows how.");
        }

        if (options.Json is { } json && !Directory.Exists(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(json))))
        {
            throw new Refused($"There is no folder to leave {Text.Line(json)} in.");
        }

        if (Directory.Exists(options.Json))
        {
            throw new Refused($"{Text.Line(options.Json)} is a folder, and --json needs the name of a file.");
        }

        if (places.Count > (options.List is null ? 2 : 0))
        {
            throw new Refused("Give one submission as PATH [REF], or many with --list FILE; --help shows how.");
        }

        return options with { Path = places.ElementAtOrDefault(0), Ref = places.ElementAtOrDefault(1) ?? "HEAD" };
    }
}
