namespace Proofs;

/// <summary>
/// A fix of a stub, right or wrong, in a file of its own. What it must get is said in comments on its first lines:
/// "refused by" and "met by" name koans, "not followed yet" names what the judge does not follow so far.
/// </summary>
/// <param name="Lesson">The folder of the lesson.</param>
/// <param name="Stub">The stub that it takes the place of.</param>
/// <param name="Side">"right" or "wrong".</param>
/// <param name="Name">Its name, without folder and extension.</param>
/// <param name="File">Its full path.</param>
/// <param name="RefusedBy">Koans that must refuse it; empty when any koan of the stub may.</param>
/// <param name="MetBy">Koans that must be met by it although it is wrong.</param>
/// <param name="NotFollowedYet">True while it cannot be judged at all.</param>
internal sealed record Variant(
    string Lesson,
    string Stub,
    string Side,
    string Name,
    string File,
    IReadOnlyList<string> RefusedBy,
    IReadOnlyList<string> MetBy,
    bool NotFollowedYet)
{
    /// <summary>Whether every koan that uses the stub has to be met.</summary>
    public bool IsRight => Side == "right";

    /// <summary>Whether it is said, here or in general, what a koan that uses the stub has to make of it.</summary>
    public bool Concerns(CourseKoan koan) =>
        RefusedBy.Count == 0 || RefusedBy.Contains(koan.Method) || MetBy.Contains(koan.Method);

    /// <summary>Reads the comments of a variant.</summary>
    public static Variant Read(string lesson, string stub, string side, string file)
    {
        var head = System.IO.File.ReadLines(file).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).ToList();
        return new Variant(
            lesson,
            stub,
            side,
            Path.GetFileNameWithoutExtension(file),
            file,
            Named("// refused by:"),
            Named("// met by:"),
            head.Exists(line => line.StartsWith("// not followed yet", StringComparison.Ordinal)));

        string[] Named(string key) =>
            [.. head.Where(line => line.StartsWith(key, StringComparison.Ordinal))
                .SelectMany(line => line[key.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }
}
