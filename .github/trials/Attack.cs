namespace Trials;

/// <summary>
/// A submission that tries to get a koan it has not earned, as a file of trials/attacks has it: a sentence, what has to
/// come of it, and what it changes in an untouched course.
/// </summary>
/// <param name="Name">The file's name, and that of the branch.</param>
/// <param name="Idea">The sentence.</param>
/// <param name="Lesson">The lesson that it is graded in.</param>
/// <param name="Exit">The exit code it has to get.</param>
/// <param name="Met">How many koans it has to get.</param>
/// <param name="Says">What the refusal, or else the output, has to contain; null for anything.</param>
/// <param name="Changes">What it changes.</param>
internal sealed record Attack(string Name, string Idea, string Lesson, int Exit, int Met, string? Says, IReadOnlyList<Change> Changes)
{
    private const string Mark = "=== ";

    /// <summary>All attacks of a course.</summary>
    public static IReadOnlyList<Attack> All(string root) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, ".github", "trials", "attacks"), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    private static Attack Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var head = lines.TakeWhile(line => !line.StartsWith(Mark, StringComparison.Ordinal)).ToList();
        var keys = head.Skip(1).Where(line => line.Contains(": ", StringComparison.Ordinal))
            .ToDictionary(line => line[..line.IndexOf(": ", StringComparison.Ordinal)], line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        var changes = new List<Change>();
        for (var i = head.Count; i < lines.Length;)
        {
            var words = lines[i++][Mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var content = lines[i..].TakeWhile(line => !line.StartsWith(Mark, StringComparison.Ordinal)).ToList();
            i += content.Count;
            changes.Add(new Change(words[0], words[1], words.ElementAtOrDefault(2) ?? "", string.Join('\n', content) + "\n"));
        }

        return new Attack(
            Path.GetFileNameWithoutExtension(file), head[0], keys["lesson"], int.Parse(keys["exit"]), int.Parse(keys.GetValueOrDefault("met", "0")),
            keys.GetValueOrDefault("says"), changes);
    }
}

/// <summary>A change to a file.</summary>
/// <param name="Verb">What: "file", "repeat" (the content so many times over), "delete", "link", "submodule", "executable", "rename".</param>
/// <param name="Path">The file.</param>
/// <param name="Argument">Where a link leads, how often to repeat, the new name.</param>
/// <param name="Content">What the file holds.</param>
internal sealed record Change(string Verb, string Path, string Argument, string Content);
