using System.Security.Cryptography;
using System.Text;

namespace Grader.Sources;

/// <summary>The files of the lessons as they lie in a folder, saved but perhaps never committed.</summary>
internal sealed class DiskTree : ITree
{
    private readonly string _root;

    /// <param name="root">The course's root folder.</param>
    public DiskTree(string root)
    {
        _root = root;
        var files =
            from folder in new[] { "Koans", "Solutions" }
            let path = Path.Combine(root, folder)
            where Directory.Exists(path)
            from lesson in Directory.EnumerateDirectories(path, "??-*")
            from file in Directory.EnumerateFiles(lesson, "*", SearchOption.AllDirectories)
            select Leaf(file);
        Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Leaf> Files { get; }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Read(IReadOnlyList<Leaf> files) => [.. files.Select(file => File.ReadAllBytes(Path.Combine(_root, file.Path)))];

    private Leaf Leaf(string file)
    {
        var info = new FileInfo(file);
        var isLink = info.LinkTarget is not null;
        var path = Path.GetRelativePath(_root, file).Replace('\\', '/');
        return new Leaf(path, isLink ? "120000" : Sources.Leaf.Ordinary, isLink ? 0 : info.Length, isLink ? "" : Id(File.ReadAllBytes(file)));
    }

    /// <summary>What git would call the content.</summary>
    private static string Id(byte[] content) =>
        Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content]));
}
