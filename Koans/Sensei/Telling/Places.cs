using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>How the lines of a story are named: by number alone while all of them are in one file.</summary>
internal sealed class Places
{
    private readonly bool _isOneFile;

    /// <summary>Looks at all lines of a story.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="look">The line to look at, whose file is named below the story.</param>
    public Places(IEnumerable<SourceLine?> lines, SourceLine? look)
    {
        var files = lines.OfType<SourceLine>().Select(line => line.File).Distinct().ToList();
        _isOneFile = files.Count < 2;
        Head = files.Count == 1 && files[0] != look?.File ? SourceName.Bare(files[0]) : "line";
    }

    /// <summary>What stands above the lines.</summary>
    public string Head { get; }

    /// <summary>What stands before a row.</summary>
    public string Label(SourceLine? line) =>
        line is null ? "" : _isOneFile ? line.Line.ToString() : $"{SourceName.Bare(line.File)}:{line.Line}";
}
