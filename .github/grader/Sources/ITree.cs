namespace Grader.Sources;

/// <summary>Files by their paths from a root, with slashes.</summary>
internal interface ITree
{
    /// <summary>Every file there is.</summary>
    IReadOnlyList<Leaf> Files { get; }

    /// <summary>What files hold, in their order.</summary>
    IReadOnlyList<byte[]> Read(IReadOnlyList<Leaf> files);
}

/// <summary>A file of a tree.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Mode">Its mode as git has it: 100644 for an ordinary file.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Id">What git calls its content.</param>
internal sealed record Leaf(string Path, string Mode, long Size, string Id)
{
    public const string Ordinary = "100644";
}
