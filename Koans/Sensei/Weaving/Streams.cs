using System.IO;
using Sensei.Primitives;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// What reads and writes files: no more made for several threads than a collection is. Who writes looks how far it has
/// come, and then puts down its letters there.
/// </summary>
internal static class Streams
{
    private static readonly HashSet<string> s_types =
    [
        "System.IO.StreamWriter", "System.IO.StreamReader", "System.IO.FileStream",
        "System.IO.TextWriter", "System.IO.TextReader", "System.IO.Stream",
    ];

    /// <summary>Whether a type is one of them, or may be one behind its name.</summary>
    internal static bool Is(string type) => s_types.Contains(type);

    /// <summary>Whether an object is, whatever type it is known by.</summary>
    internal static bool Is(object target) => target is OpenFile or StreamWriter { BaseStream: OpenFile } or StreamReader { BaseStream: OpenFile };

    /// <summary>How a member uses one.</summary>
    internal static CollectionUse UseOf(string member) =>
        member.StartsWith("Write", StringComparison.Ordinal) || member.StartsWith("Read", StringComparison.Ordinal)
        || member.StartsWith("Flush", StringComparison.Ordinal) || member.StartsWith("Copy", StringComparison.Ordinal)
        || member is "Close" or "Dispose" or "DisposeAsync" or "Seek" or "SetLength" or "set_Position" ? CollectionUse.Tear
        : member is "get_Position" or "get_Length" or "Peek" or "get_EndOfStream" ? CollectionUse.Read
        : CollectionUse.None;

    /// <summary>Two steps before a call of a member: it looks, and it writes or reads on.</summary>
    internal static void Tear(Strand strand, object target, string member, int site)
    {
        var location = strand.Run.LocationOf(target, LocationKey.Contents);
        if (!member.StartsWith("Write", StringComparison.Ordinal))
        {
            strand.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.Collection });
            return;
        }

        strand.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Collection });
        var version = location.Version;
        var before = Waiting(target);
        strand.Run.Recorder?.Note(strand, StepKind.Read, $"looks at {{0}}, to write to it", location, null, site);
        strand.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.Collection });
        var torn = location.Version != version + 1;
        if (torn)
        {
            Forget(target, before);
        }

        strand.Run.Recorder?.Note(
            strand, StepKind.Write, torn ? "writes to {0} where it looked" : "writes to {0}", location, null, site);
    }

    private static long Waiting(object target) =>
        target is StreamWriter writer ? StreamWriters.Waiting(writer) : ((OpenFile)target).Waiting;

    private static void Forget(object target, long since)
    {
        if (target is StreamWriter writer)
        {
            StreamWriters.Waiting(writer) = (int)since;
        }
        else
        {
            ((OpenFile)target).Forget(since);
        }
    }
}
