namespace Trials;

/// <summary>A stub, its solution, and the other fixes that are known.</summary>
/// <param name="Lesson">The folder of its lesson.</param>
/// <param name="Path">Its path from the root.</param>
/// <param name="Solution">The file with its solution.</param>
/// <param name="Right">Files with other right fixes.</param>
/// <param name="Wrong">Files with wrong ones.</param>
internal sealed record Stub(string Lesson, string Path, string Solution, IReadOnlyList<string> Right, IReadOnlyList<string> Wrong);

/// <summary>The stubs of a course.</summary>
internal static class Stubs
{
    /// <summary>All of them, in the order of the path.</summary>
    public static IReadOnlyList<Stub> Of(string root) =>
        [
            .. from folder in Directory.EnumerateDirectories(Path.Combine(root, "Koans"), "??-*").Order(StringComparer.Ordinal)
               let lesson = Path.GetFileName(folder)
               from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
               where !Path.GetFileName(file).StartsWith("About", StringComparison.Ordinal)
               let variants = Path.Combine(root, "Solutions", "Proofs", "Variants", lesson, Path.GetFileNameWithoutExtension(file))
               select new Stub(
                   lesson,
                   Path.GetRelativePath(root, file).Replace('\\', '/'),
                   Path.Combine(root, "Solutions", Path.GetRelativePath(Path.Combine(root, "Koans"), file)),
                   Files(Path.Combine(variants, "right")),
                   Files(Path.Combine(variants, "wrong"))),
        ];

    private static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)] : [];
}
