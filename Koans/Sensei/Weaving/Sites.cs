using Sensei.Records;

namespace Sensei.Weaving;

/// <summary>A field of the code under test.</summary>
/// <param name="Id">Its number, unique in the process.</param>
/// <param name="Name">Its name as a learner wrote it: of an automatic property the property's, of a captured local the local's.</param>
/// <param name="Type">The type that declares it.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="IsCaptured">Whether it is a captured local, which names an object less well than a field does.</param>
internal sealed record Field(int Id, string Name, string Type, bool IsStatic, bool IsCaptured)
{
    private static readonly List<Field> s_all = [];

    /// <summary>The field that a location key stands for; null for other aspects.</summary>
    internal static Field? OfKey(long key) => key >= 0 && key < s_all.Count ? s_all[(int)key] : null;

    internal static Field New(string name, string type, bool isStatic, bool isCaptured)
    {
        lock (s_all)
        {
            var field = new Field(s_all.Count, name, type, isStatic, isCaptured);
            s_all.Add(field);
            return field;
        }
    }
}

/// <summary>A woven place: what it touches and where it stands in the source.</summary>
/// <param name="Field">The field it reads or writes; null for everything else.</param>
/// <param name="File">The source file, or null where the compiler recorded none.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member it stands in.</param>
/// <param name="Call">The name of the member it calls, for calls.</param>
internal sealed record Site(Field? Field, string? File, int Line, string Member, string? Call)
{
    /// <summary>Whether the field it reads or writes is marked volatile.</summary>
    internal bool IsVolatile { get; init; }

    /// <summary>The modules that it was woven with: those of one twin.</summary>
    internal required ModuleGroup Group { get; init; }
}

/// <summary>
/// All woven places of the process, by number. Numbers are given once and never change, whichever twin they belong to.
/// </summary>
internal sealed class SiteTable
{
    private readonly Lock _adding = new();
    private Site[] _sites = new Site[1024];
    private int _count;

    internal static SiteTable Shared { get; } = new();

    internal Site this[int index] => _sites[index];

    internal int Add(Site site)
    {
        // several assemblies may be woven at once, while others are explored
        lock (_adding)
        {
            if (_count == _sites.Length)
            {
                Array.Resize(ref _sites, _count * 2);
            }

            _sites[_count] = site;
            return _count++;
        }
    }

    /// <summary>The source line of a site; null where there is none.</summary>
    internal SourceLine? Line(int index) =>
        index >= 0 && _sites[index] is { File: { } file } site ? new SourceLine(file, site.Line, site.Member) : null;
}
