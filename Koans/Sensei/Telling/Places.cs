using Sensei.Path;
using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>
/// How the lines of a story are named: by number alone where they are in the one stub that the story is about, with
/// "koan" in front where they are in the koan's own file, and by the file's name where there are several stubs.
/// </summary>
internal sealed class Places
{
    private const int Longest = 18;

    private readonly Place _place;
    private readonly bool _isOneStub;

    /// <summary>Looks at all lines of a story.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="place">Where the koan stands on the path.</param>
    public Places(IEnumerable<SourceLine?> lines, Place place)
    {
        _place = place;
        _isOneStub = lines.Where(line => SourceName.IsStub(line, place)).DistinctBy(line => line!.File).Count() < 2;
    }

    /// <summary>What stands before a row.</summary>
    public string Label(SourceLine? line)
    {
        if (line is null)
        {
            return "";
        }

        var file = SourceName.IsStub(line, _place) ? (_isOneStub ? "" : Clean.Shorten(SourceName.Bare(line.File), Longest)) : "koan";
        return file.Length == 0 ? line.Line.ToString() : $"{file}:{line.Line}";
    }
}
