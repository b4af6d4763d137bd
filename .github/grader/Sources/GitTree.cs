using System.Globalization;
using System.Text;

namespace Grader.Sources;

/// <summary>The files of a commit. They are read from git's own store, never from a work tree.</summary>
internal sealed class GitTree : ITree
{
    private readonly Git _git;

    private GitTree(Git git, string commit, IReadOnlyList<Leaf> files)
    {
        _git = git;
        Commit = commit;
        Files = files;
    }

    /// <summary>The commit's full hash.</summary>
    public string Commit { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Leaf> Files { get; }

    /// <summary>The files of a repository at a ref, which must be one.</summary>
    /// <param name="folder">Where the repository is.</param>
    /// <param name="reference">A branch, a tag or a commit.</param>
    public static GitTree At(string folder, string reference)
    {
        if (!Directory.Exists(folder))
        {
            throw new Refused($"There is no folder {Text.Line(folder)}.");
        }

        var git = Git.At(folder) ?? throw new Refused($"{Text.Line(folder)} is not a git repository.");
        return Of(git, reference)
            ?? throw new Refused($"{Text.Line(folder)} has no commit that is called {Text.Line(reference)}.");
    }

    /// <summary>The files of a repository at a ref; null when there is no such ref.</summary>
    public static GitTree? Of(Git git, string reference)
    {
        if (git.Ask("rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}") is not { Length: > 0 } commit
            || !git.TryAsk(out var list, "ls-tree", "-r", "-z", "-l", "--full-tree", commit))
        {
            return null;
        }

        return new GitTree(git, commit, [.. Encoding.UTF8.GetString(list).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Parse)]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Read(IReadOnlyList<Leaf> files) => _git.Contents([.. files.Select(file => file.Id)]);

    // "100644 blob <id>    <size>\t<path>"; a submodule has no size
    private static Leaf Parse(string line)
    {
        var (about, path) = (line[..line.IndexOf('\t')], line[(line.IndexOf('\t') + 1)..]);
        var parts = about.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Leaf(path, parts[0], long.TryParse(parts[3], CultureInfo.InvariantCulture, out var size) ? size : 0, parts[2]);
    }
}
