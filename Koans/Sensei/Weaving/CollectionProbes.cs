using System.Collections;
using System.ComponentModel;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// What woven code calls before a call on a collection. A plain collection is not made for several threads: a change
/// reads it in one step and writes in the next, and what others wrote in between is overwritten. So two Adds can lose
/// an item, and two Dequeues can return the same one, as they can in .NET.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionProbes
{
    /// <summary>Before a member is called that only looks.</summary>
    public static void Read(object? target, string member, int site)
    {
        if (Of(target, site, out var strand) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Read));
            strand.Run.Recorder?.Note(strand, StepKind.Read, $"looks at {{0}} ({Plain(member)})", location, null, site);
        }
    }

    /// <summary>Before a member is called that changes a concurrent collection: one step.</summary>
    public static void Write(object? target, string member, int site)
    {
        if (Of(target, site, out var strand) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Write));
            strand.Run.Recorder?.Note(strand, StepKind.Update, $"changes {{0}} ({Plain(member)})", location, null, site);
        }
    }

    /// <summary>Before a member is called that changes a plain collection: two steps, with room for others in between.</summary>
    public static void Tear(object? target, string member, int site)
    {
        if (Of(target, site, out var strand) is not { } location)
        {
            return;
        }

        if (Collections.IsConcurrent(target!))
        {
            Write(target, member, site);
            return;
        }

        strand.Step(new Operation(site, location, Access.Read));
        var version = location.Version;
        var before = Snapshot.Of(target!);
        strand.Run.Recorder?.Note(strand, StepKind.Read, $"looks at {{0}}: {Count(target!)}", location, null, site);
        strand.Step(new Operation(site, location, Access.Write));
        var torn = location.Version != version + 1;
        if (torn)
        {
            Snapshot.Restore(target!, before);
        }

        strand.Run.Recorder?.Note(
            strand,
            StepKind.Write,
            $"{Plain(member)} on {{0}}{(torn ? ", as it was when looked at" : "")}",
            location,
            null,
            site);
    }

    private static Location? Of(object? target, int site, out Strand strand)
    {
        strand = Strand.Current!;
        if (strand is null || target is null || !(target is Array || Collections.IsPlain(target) || Collections.IsConcurrent(target)))
        {
            return null;
        }

        return strand.Run.LocationOf(target, LocationKey.Contents);
    }

    private static string Count(object target) =>
        target is ICollection { Count: var count } ? count == 1 ? "1 item" : $"{count} items" : "its contents";

    private static string Plain(string member) =>
        member switch
        {
            "get_Item" or "set_Item" => "[ ]",
            "GetEnumerator" => "foreach",
            _ when member.StartsWith("get_", StringComparison.Ordinal) => member[4..],
            _ => member,
        };
}
