using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="BlockingCollection{T}"/>.</summary>
[Follows(typeof(BlockingCollection<>))]
public static class BlockingCollections<T>
{
    /// <summary>The collections that others may use beside the one that blocks: those it was given.</summary>
    private static readonly ConditionalWeakTable<BlockingCollection<T>, IProducerConsumerCollection<T>> s_given = [];

    /// <summary>Follows <see cref="BlockingCollection{T}(IProducerConsumerCollection{T})"/>.</summary>
    public static BlockingCollection<T> New(IProducerConsumerCollection<T> collection, int site)
    {
        var made = new BlockingCollection<T>(collection);
        s_given.Add(made, collection);
        return made;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}(IProducerConsumerCollection{T}, int)"/>.</summary>
    public static BlockingCollection<T> New(IProducerConsumerCollection<T> collection, int boundedCapacity, int site)
    {
        var made = new BlockingCollection<T>(collection, boundedCapacity);
        s_given.Add(made, collection);
        return made;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.Add(T)"/>.</summary>
    public static void Add(BlockingCollection<T> target, T item, int site) => TryAdd(target, item, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAdd(T)"/>.</summary>
    public static bool TryAdd(BlockingCollection<T> target, T item, int site) => TryAdd(target, item, TimeSpan.Zero, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAdd(T, int)"/>.</summary>
    public static bool TryAdd(BlockingCollection<T> target, T item, int millisecondsTimeout, int site) =>
        TryAdd(target, item, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAdd(T, TimeSpan)"/>.</summary>
    public static bool TryAdd(BlockingCollection<T> target, T item, TimeSpan timeout, int site) =>
        TryAdd(target, item, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.Add(T, CancellationToken)"/>.</summary>
    public static void Add(BlockingCollection<T> target, T item, CancellationToken cancellationToken, int site) =>
        TryAdd(target, item, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAdd(T, int, CancellationToken)"/>.</summary>
    public static bool TryAdd(
        BlockingCollection<T> target, T item, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        TryAdd(target, item, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    private static bool TryAdd(BlockingCollection<T> target, T item, TimeSpan timeout, CancellationToken token, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return target!.TryAdd(item, (int)timeout.TotalMilliseconds, token);
        }

        Cancelling.Check(me, token, site);
        var location = Step(me, target, new RoomGate(target, me.Run), timeout, token, site);
        if (!target.IsAddingCompleted)
        {
            Cancelling.Throw(me, token, location, site);
        }

        if (!target.TryAdd(item, 0))
        {
            return Refuse(me, location, timeout, "finds no room in {0}", site);
        }

        Change(me, location);
        me.Run.Recorder?.Note(me, StepKind.Put, $"puts {Values.Format(item)} into {{0}}", location, Values.Format(item), site);
        return true;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.Take()"/>.</summary>
    public static T Take(BlockingCollection<T> target, int site) => Take(target, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.Take(CancellationToken)"/>.</summary>
    public static T Take(BlockingCollection<T> target, CancellationToken cancellationToken, int site)
    {
        if (!TryTake(target, out var item, Timeout.InfiniteTimeSpan, cancellationToken, site))
        {
            throw new InvalidOperationException("The collection argument is empty and has been marked as complete with regards to additions.");
        }

        return item;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTake(out T)"/>.</summary>
    public static bool TryTake(BlockingCollection<T> target, out T item, int site) =>
        TryTake(target, out item, TimeSpan.Zero, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTake(out T, int)"/>.</summary>
    public static bool TryTake(BlockingCollection<T> target, out T item, int millisecondsTimeout, int site) =>
        TryTake(target, out item, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTake(out T, TimeSpan)"/>.</summary>
    public static bool TryTake(BlockingCollection<T> target, out T item, TimeSpan timeout, int site) =>
        TryTake(target, out item, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTake(out T, int, CancellationToken)"/>.</summary>
    public static bool TryTake(
        BlockingCollection<T> target, out T item, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        TryTake(target, out item, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    private static bool TryTake(BlockingCollection<T> target, out T item, TimeSpan timeout, CancellationToken token, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return target!.TryTake(out item!, (int)timeout.TotalMilliseconds, token);
        }

        Cancelling.Check(me, token, site);
        var location = Step(me, target, new ItemGate(target, me.Run), timeout, token, site);
        if (!target.IsCompleted)
        {
            Cancelling.Throw(me, token, location, site);
        }

        if (!target.TryTake(out item!, 0))
        {
            return Refuse(me, location, timeout, "finds {0} empty", site);
        }

        Change(me, location);
        me.Run.Recorder?.Note(me, StepKind.Take, $"takes {Values.Format(item)} from {{0}}", location, Values.Format(item), site);
        return true;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T)"/>.</summary>
    public static int AddToAny(BlockingCollection<T>[] collections, T item, int site) =>
        TryAddToAny(collections, item, Timeout.Infinite, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T, CancellationToken)"/>.</summary>
    public static int AddToAny(BlockingCollection<T>[] collections, T item, CancellationToken cancellationToken, int site) =>
        TryAddToAny(collections, item, Timeout.Infinite, cancellationToken, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T)"/>.</summary>
    public static int TryAddToAny(BlockingCollection<T>[] collections, T item, int site) =>
        TryAddToAny(collections, item, 0, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int)"/>.</summary>
    public static int TryAddToAny(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, int site) =>
        TryAddToAny(collections, item, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, TimeSpan)"/>.</summary>
    public static int TryAddToAny(BlockingCollection<T>[] collections, T item, TimeSpan timeout, int site) =>
        TryAddToAny(collections, item, (int)timeout.TotalMilliseconds, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int, CancellationToken)"/>.</summary>
    public static int TryAddToAny(
        BlockingCollection<T>[] collections, T item, int millisecondsTimeout, CancellationToken cancellationToken, int site)
    {
        if (Strand.Current is not { } me || !IsGood(collections))
        {
            return BlockingCollection<T>.TryAddToAny(collections, item, millisecondsTimeout, cancellationToken);
        }

        var timeout = Clocks.Milliseconds(millisecondsTimeout);
        Step(me, collections, c => new RoomGate(c, me.Run), timeout, cancellationToken, site);
        var index = BlockingCollection<T>.TryAddToAny(collections, item, 0);
        var location = me.Run.LocationOf(collections[Math.Max(index, 0)], LocationKey.State);
        if (index < 0)
        {
            Cancelling.Throw(me, cancellationToken, location, site);
            Refuse(me, collections, timeout, "finds no room in {0}", site);
            return index;
        }

        Change(me, location);
        me.Run.Recorder?.Note(me, StepKind.Put, $"puts {Values.Format(item)} into {{0}}", location, Values.Format(item), site);
        return index;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T)"/>.</summary>
    public static int TakeFromAny(BlockingCollection<T>[] collections, out T? item, int site) =>
        TakeFromAny(collections, out item, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T, CancellationToken)"/>.</summary>
    public static int TakeFromAny(BlockingCollection<T>[] collections, out T? item, CancellationToken cancellationToken, int site)
    {
        var index = TryTakeFromAny(collections, out item, Timeout.Infinite, cancellationToken, site);
        return index >= 0 ? index : throw new ArgumentException("All collections are marked as complete with regards to additions.", nameof(collections));
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T)"/>.</summary>
    public static int TryTakeFromAny(BlockingCollection<T>[] collections, out T? item, int site) =>
        TryTakeFromAny(collections, out item, 0, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int)"/>.</summary>
    public static int TryTakeFromAny(BlockingCollection<T>[] collections, out T? item, int millisecondsTimeout, int site) =>
        TryTakeFromAny(collections, out item, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, TimeSpan)"/>.</summary>
    public static int TryTakeFromAny(BlockingCollection<T>[] collections, out T? item, TimeSpan timeout, int site) =>
        TryTakeFromAny(collections, out item, (int)timeout.TotalMilliseconds, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int, CancellationToken)"/>.</summary>
    public static int TryTakeFromAny(
        BlockingCollection<T>[] collections, out T? item, int millisecondsTimeout, CancellationToken cancellationToken, int site)
    {
        if (Strand.Current is not { } me || !IsGood(collections))
        {
            return BlockingCollection<T>.TryTakeFromAny(collections, out item, millisecondsTimeout, cancellationToken);
        }

        var timeout = Clocks.Milliseconds(millisecondsTimeout);
        Step(me, collections, c => new LastItemGate(c, me.Run, collections), timeout, cancellationToken, site);
        var index = BlockingCollection<T>.TryTakeFromAny(collections, out item, 0);
        var location = me.Run.LocationOf(collections[Math.Max(index, 0)], LocationKey.State);
        if (index < 0)
        {
            Cancelling.Throw(me, cancellationToken, location, site);
            Refuse(me, collections, timeout, "finds {0} empty", site);
            return index;
        }

        Change(me, location);
        me.Run.Recorder?.Note(me, StepKind.Take, $"takes {Values.Format(item)} from {{0}}", location, Values.Format(item), site);
        return index;
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.GetConsumingEnumerable()"/>.</summary>
    public static IEnumerable<T> GetConsumingEnumerable(BlockingCollection<T> target, int site) =>
        GetConsumingEnumerable(target, CancellationToken.None, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.GetConsumingEnumerable(CancellationToken)"/>.</summary>
    public static IEnumerable<T> GetConsumingEnumerable(BlockingCollection<T> target, CancellationToken cancellationToken, int site)
    {
        while (TryTake(target, out var item, Timeout.InfiniteTimeSpan, cancellationToken, site))
        {
            yield return item;
        }
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.CompleteAdding"/>.</summary>
    public static void CompleteAdding(BlockingCollection<T> target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            var location = me.Run.LocationOf(target, LocationKey.State);
            me.Step(new Operation(site, location, Access.Write));
            me.Run.Recorder?.Note(me, StepKind.Signal, "closes {0} for adding", location, null, site);
        }

        target!.CompleteAdding();
    }

    /// <summary>Follows <see cref="BlockingCollection{T}.IsAddingCompleted"/>.</summary>
    public static bool get_IsAddingCompleted(BlockingCollection<T> target, int site) =>
        Look(target, t => t.IsAddingCompleted, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(BlockingCollection<T> target, int site) => Look(target, t => t.IsCompleted, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.Count"/>.</summary>
    public static int get_Count(BlockingCollection<T> target, int site) => Look(target, t => t.Count, site);

    /// <summary>Follows <see cref="BlockingCollection{T}.BoundedCapacity"/>.</summary>
    public static int get_BoundedCapacity(BlockingCollection<T> target, int site) => target.BoundedCapacity;

    /// <summary>Follows <see cref="BlockingCollection{T}.ToArray"/>.</summary>
    public static T[] ToArray(BlockingCollection<T> target, int site) => Look(target, t => t.ToArray(), site);

    /// <summary>Follows <see cref="BlockingCollection{T}.CopyTo"/>.</summary>
    public static void CopyTo(BlockingCollection<T> target, T[] array, int index, int site) => Look(
        target,
        t =>
        {
            t.CopyTo(array, index);
            return t.Count;
        },
        site);

    /// <summary>Follows <see cref="BlockingCollection{T}.Dispose()"/>.</summary>
    public static void Dispose(BlockingCollection<T> target, int site)
    {
        Disposables.Step(target, site);
        if (target is not null && Strand.Current is { } me && !IsOver(target))
        {
            me.Run.LocationOf(target, LocationKey.State).Mirror = new Last(HasItem(target), HasRoom(target));
        }

        target!.Dispose();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isDisposed")]
    private static extern ref bool IsOver(BlockingCollection<T> target);

    private static bool HasItem(BlockingCollection<T> target) => target.Count > 0 || target.IsAddingCompleted;

    private static bool HasRoom(BlockingCollection<T> target) =>
        target.BoundedCapacity < 0 || target.Count < target.BoundedCapacity || target.IsAddingCompleted;

    private static Location Step(Strand me, BlockingCollection<T> target, IGate gate, TimeSpan timeout, CancellationToken token, int site)
    {
        var location = me.Run.LocationOf(target, LocationKey.State);
        var waits = timeout != TimeSpan.Zero;
        me.Step(new Operation(site, location, Access.Write, waits ? Cancelling.Or(gate, token) : null)
        {
            Second = Cancelling.LocationOf(me, token),
            SecondAccess = Access.Read,
            More = Inside(me, [target], Access.Write),
            TimesOut = waits && !Clocks.IsForEver(timeout),
            KeepsVersion = true,
        });
        return location;
    }

    /// <summary>What is kept inside and can be used from outside as well; null where nothing can.</summary>
    private static (Location, Access)[]? Inside(Strand me, ReadOnlySpan<BlockingCollection<T>> targets, Access access)
    {
        List<(Location, Access)>? inside = null;
        foreach (var target in targets)
        {
            if (s_given.TryGetValue(target, out var collection))
            {
                var location = me.Run.LocationOf(collection, LocationKey.Contents);
                (inside ??= []).Add((location, access));
                if (access == Access.Write)
                {
                    // who goes round outside until something changes there has to look again
                    location.Version++;
                }
            }
        }

        return inside?.ToArray();
    }

    private static void Step(
        Strand me, BlockingCollection<T>[] targets, Func<BlockingCollection<T>, IGate> gate, TimeSpan timeout, CancellationToken token, int site)
    {
        Cancelling.Check(me, token, site);
        var waits = timeout != TimeSpan.Zero;
        me.Step(new Operation(
            site,
            me.Run.LocationOf(targets[0], LocationKey.State),
            Access.Write,
            waits ? Cancelling.Or(new AnyGate(Array.ConvertAll(targets, t => gate(t))), token) : null)
        {
            Second = Cancelling.LocationOf(me, token),
            SecondAccess = Access.Read,
            More =
            [
                .. targets.Skip(1).Select(t => (me.Run.LocationOf(t, LocationKey.State), Access.Write)),
                .. Inside(me, targets, Access.Write) ?? [],
            ],
            TimesOut = waits && !Clocks.IsForEver(timeout),
            KeepsVersion = true,
        });
    }

    private static void Refuse(Strand me, BlockingCollection<T>[] targets, TimeSpan timeout, string text, int site)
    {
        foreach (var target in targets.Skip(1))
        {
            me.Spinning.NoteRead(me.Run.LocationOf(target, LocationKey.State));
        }

        Refuse(me, me.Run.LocationOf(targets[0], LocationKey.State), timeout, text, site);
    }

    /// <summary>Whether there is nothing for .NET to complain of.</summary>
    private static bool IsGood(BlockingCollection<T>[] collections) =>
        collections is { Length: > 0 and <= 63 } && Array.TrueForAll(collections, c => c is not null && !IsOver(c));

    private static void Change(Strand me, Location location)
    {
        location.Version++;
        me.Run.NoteEffect(me);
    }

    private static bool Refuse(Strand me, Location location, TimeSpan timeout, string text, int site)
    {
        me.Spinning.NoteRead(location);
        if (timeout > TimeSpan.Zero)
        {
            Clocks.Pass(me, timeout);
        }

        me.Run.Recorder?.Note(me, StepKind.Refused, text, location, null, site);
        return false;
    }

    private static TResult Look<TResult>(BlockingCollection<T> target, Func<BlockingCollection<T>, TResult> look, int site)
    {
        if (Strand.Current is not { } me)
        {
            return look(target);
        }

        var location = me.Run.LocationOf(target, LocationKey.State);
        me.Step(new Operation(site, location, Access.Read) { More = Inside(me, [target], Access.Read) });
        var result = look(target);
        me.Run.Recorder?.Note(me, StepKind.Read, $"looks at {{0}}: {Values.Format(result)}", location, Values.Format(result), site);
        return result;
    }

    /// <summary>What it was like when it was disposed of: nobody tells those who waited then.</summary>
    private sealed record Last(bool HasItem, bool HasRoom);

    private sealed class ItemGate(BlockingCollection<T> target, Run run) : IGate
    {
        private readonly Location _location = run.LocationOf(target, LocationKey.State);

        public bool IsOpen(Strand strand) => _location.Mirror is Last last ? last.HasItem : HasItem(target);

        public Waiting Describe(Strand strand) => new(WaitsFor.Item, _location, []);
    }

    /// <summary>One of several: what is closed and empty does not count, unless all are.</summary>
    private sealed class LastItemGate(BlockingCollection<T> target, Run run, BlockingCollection<T>[] all) : IGate
    {
        public bool IsOpen(Strand strand) => target.Count > 0 || Array.TrueForAll(all, c => c.IsCompleted);

        public Waiting Describe(Strand strand) => new(WaitsFor.Item, run.LocationOf(target, LocationKey.State), []);
    }

    private sealed class AnyGate(IGate[] gates) : IGate
    {
        public bool IsOpen(Strand strand) => Array.Exists(gates, gate => gate.IsOpen(strand));

        public Waiting Describe(Strand strand) => gates[0].Describe(strand);
    }

    private sealed class RoomGate(BlockingCollection<T> target, Run run) : IGate
    {
        private readonly Location _location = run.LocationOf(target, LocationKey.State);

        public bool IsOpen(Strand strand) => _location.Mirror is Last last ? last.HasRoom : HasRoom(target);

        public Waiting Describe(Strand strand) => new(WaitsFor.Room, _location, []);
    }
}
