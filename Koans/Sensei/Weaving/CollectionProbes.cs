using System.Collections;
using System.ComponentModel;
using Sensei.Primitives;
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
        if (target is not null && Strand.Current is { } me && Streams.Is(target))
        {
            me.Step(new Operation(site, me.Run.LocationOf(target, LocationKey.Contents), Access.Read) { Ordering = Ordering.Collection });
            return;
        }

        if (target is Array array)
        {
            // by way of an interface; get_Count and its like look at no element
            if (member is not ("get_Count" or "get_IsReadOnly" or "get_Item"))
            {
                _ = Arrays.Lend(array, site);
            }

            return;
        }

        if (Of(target, site, out var strand) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Collection });
            strand.Run.Recorder?.Note(strand, StepKind.Read, $"looks at {{0}}: {Count(target!)}", location, Count(target!), site);
        }
        else if (strand is not null && target is not null)
        {
            ReadBehind(strand, target, member, site);
        }
    }

    /// <summary>A query, an enumerator or a wrapper goes through the collections behind it; and an enumerator moves.</summary>
    private static void ReadBehind(Strand strand, object target, string member, int site)
    {
        if (target is IEnumerator && member == nameof(IEnumerator.MoveNext))
        {
            strand.Step(new Operation(site, strand.Run.LocationOf(target, LocationKey.Contents), Access.Write) { Ordering = Ordering.Plain, KeepsVersion = true });
            strand.Spinning.GotOn();
        }

        if (member == nameof(ToString) || target is TextReader or Stream)
        {
            ForeignProbes.Use(strand, target, member, site);
        }

        foreach (var source in Sources.Of(target))
        {
            Read(source, member, site);
        }
    }

    /// <summary>Before a collection is given to a member of .NET that goes through it: LINQ, a copying constructor.</summary>
    /// <returns>The collection.</returns>
    public static object? Passed(object? target, string member, int site)
    {
        if (target is Array array)
        {
            _ = Arrays.Lend(array, site);
        }
        else
        {
            Read(target, member, site);
        }

        return target;
    }

    /// <summary>The same where it has been gone through when the member comes back: an array is read into a copy.</summary>
    /// <returns>What to give to the member.</returns>
    public static object? PassedAtOnce(object? target, string member, int site) =>
        target is Array array ? Arrays.Lend(array, site) : Passed(target, member, site);

    /// <summary>Before a member is called that changes a concurrent collection: one step.</summary>
    public static void Write(object? target, string member, int site)
    {
        if (Of(target, site, out var strand) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.Collection });
            strand.Run.Recorder?.Note(strand, StepKind.Update, $"{Verb(member)} {{0}}", location, null, site);
        }
    }

    /// <summary>Before a member is called that may change a concurrent collection, and says whether it did.</summary>
    public static void Attempt(object? target, string member, int site)
    {
        if (Of(target, site, out var strand) is { } location)
        {
            strand.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
            strand.Attempted = location;
        }
    }

    /// <summary>After it: an attempt that failed has changed nothing.</summary>
    public static void Attempted(bool succeeded, string member, int site)
    {
        if (Strand.Current is not { Attempted: { } location } strand)
        {
            return;
        }

        strand.Attempted = null;
        if (succeeded)
        {
            location.Version++;
            strand.Run.NoteEffect(strand);
            strand.Run.Recorder?.Note(strand, StepKind.Update, $"{Verb(member)} {{0}}", location, null, site);
        }
        else
        {
            strand.Spinning.NoteRead(location);
            strand.Run.Recorder?.Note(strand, StepKind.Read, $"tries in vain: {member} on {{0}}", location, null, site);
        }
    }

    /// <summary>Before a member is called that changes a plain collection: two steps, with room for others in between.</summary>
    public static void Tear(object? target, string member, int site)
    {
        if (target is TextWriter or TextReader or Stream)
        {
            UseStream(target, member, site);
            return;
        }

        if (target is Array || Of(target, site, out var strand) is not { } location)
        {
            return;
        }

        if (Collections.IsConcurrent(target!))
        {
            Write(target, member, site);
            return;
        }

        strand.Step(new Operation(site, location, Access.Read) { Ordering = Ordering.Collection });
        if (member is "TryDequeue" or "TryPop" or "Remove" && target is ICollection { Count: 0 })
        {
            // where nothing is, nothing is taken: that was no more than a look
            strand.Run.Recorder?.Note(strand, StepKind.Read, $"tries in vain: {member} on {{0}}", location, null, site);
            return;
        }

        var version = location.Version;
        var before = Snapshot.Of(target!);
        var seen = strand.Run.Recorder is null ? "" : Count(target!);
        strand.Run.Recorder?.Note(
            strand, StepKind.Read, $"looks at {{0}}: {seen}, {Purpose(member)}", location, seen, site);
        strand.Step(new Operation(site, location, Access.Write) { Ordering = Ordering.Collection });
        var torn = location.Version != version + 1;
        if (torn)
        {
            Snapshot.Restore(target!, before);
        }

        strand.Run.Recorder?.Note(
            strand,
            StepKind.Write,
            torn ? $"{Verb(member)} what it saw, {seen}" : $"{Verb(member)} {{0}}",
            location,
            null,
            site);
    }

    private static void UseStream(object target, string member, int site)
    {
        if (Strand.Current is not { } strand)
        {
            return;
        }

        strand.CalledFrom = site;
        if (Streams.Is(target))
        {
            Streams.Tear(strand, target, member, site);
        }
        else
        {
            // whatever it does, it may be what a loop goes round for
            strand.Spinning.Effects++;
            ForeignProbes.Use(strand, target, member, site);
        }
    }

    private static Location? Of(object? target, int site, out Strand strand)
    {
        strand = Strand.Current!;
        if (strand is null || target is null || !(Collections.IsPlain(target) || Collections.IsConcurrent(target)))
        {
            return null;
        }

        return strand.Run.LocationOf(target, LocationKey.Contents);
    }

    private static string Count(object target) =>
        target is ICollection { Count: var count } ? count == 1 ? "1 item" : $"{count} items" : "its contents";

    private static string Purpose(string member) => Verb(member) switch
    {
        "adds to" => "to add to it",
        "removes from" => "to remove from it",
        "takes from" => "to take from it",
        "clears" => "to clear it",
        _ => "to change it",
    };

    private static string Verb(string member) => member switch
    {
        "Add" or "TryAdd" or "Enqueue" or "Push" or "Insert" or "Append" or "AddRange" or "GetOrAdd" => "adds to",
        "Remove" or "RemoveAt" or "RemoveAll" or "TryRemove" => "removes from",
        "Dequeue" or "Pop" or "TryDequeue" or "TryPop" or "TryTake" => "takes from",
        "Clear" => "clears",
        _ => "changes",
    };
}
