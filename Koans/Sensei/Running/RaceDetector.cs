using System.Collections;
using Sensei.Records;
using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>
/// Finds pairs of conflicting plain accesses that nothing orders, in one run, with vector clocks. It listens to the
/// operations in the order in which they are executed, and never to the search, whose own order would hide races: that
/// one thread happened to write before another read is an order to the search, and none to .NET.
/// </summary>
/// <remarks>
/// One run of every class of orders is enough. Two orders of one class differ only in operations that are independent
/// to the search; every edge drawn here joins two operations on one location of which at least one does more than
/// look, and those are dependent. So all orders of a class have the same edges, and the same unordered pairs. That is
/// why a mere look at a concurrent collection takes, and does not give: two looks are independent.
/// Of every thread the last read and the last write of a location are kept. If an earlier one is not ordered before
/// some access of another thread, neither is the last.
/// </remarks>
internal sealed class RaceDetector
{
    private const int None = -1;

    /// <summary>How deep collections in collections are looked into.</summary>
    private const int MostNesting = 3;

    private readonly List<RaceClock> _threads = [];
    private readonly List<Place> _places = [];
    private int _threadsUsed, _placesUsed;
    private (Past Earlier, Past Later, Location Location)? _found;

    /// <summary>Begins a new run.</summary>
    internal void Reset()
    {
        _threadsUsed = _placesUsed = 0;
        _found = null;
    }

    /// <summary>The first race of the run; null when there was none.</summary>
    internal DataRace? Ending(Run run)
    {
        if (_found is not { } found)
        {
            return null;
        }

        // names are looked for only when somebody will read them
        var names = run.Recorder is null ? null : new Names(run);
        return new DataRace(
            Of(found.Earlier), Of(found.Later), names?.Of(found.Location) ?? "", found.Location.Id);

        RacingAccess Of(Past past) => new(
            past.Thread,
            past.Writes,
            past.Event,
            run.Sites.Line(past.Site),
            names is null ? [] : [.. past.Held.Select(names.Of)],
            [.. past.Held.Select(l => l.Id)]);
    }

    /// <summary>A thread has been started: it knows what its starter knew.</summary>
    internal void Started(Strand by, Strand started)
    {
        var clock = ClockOf(by);
        ClockOf(started).Join(clock);
        clock.Tick(by.Id);
    }

    /// <summary>An operation is executed.</summary>
    internal void Committed(Strand strand, in Operation operation, int index)
    {
        if (operation.First is not { } first)
        {
            return;
        }

        switch (operation.Ordering)
        {
            case Ordering.None:
                return;
            case Ordering.Plain or Ordering.PlainReference when !strand.Run.Sites[operation.Site].IsVolatile:
                Plain(strand, first, operation, index);
                return;
            case Ordering.Plain or Ordering.PlainReference or Ordering.Volatile:
                Synchronise(strand, first, operation.FirstAccess == Access.Write ? Access.Release : Access.Acquire);
                return;
            case Ordering.Collection when !Collections.IsConcurrent(first.Owner!.Target):
                Plain(strand, first, operation, index);
                return;
        }

        Synchronise(strand, first, operation.FirstAccess);
        if (operation.Second is { } second)
        {
            Synchronise(strand, second, operation.SecondAccess);
        }

        if (operation.More is not null)
        {
            foreach (var (location, access) in operation.More)
            {
                Synchronise(strand, location, access);
            }
        }
    }

    /// <summary>An attempt has succeeded: the thread takes what others have released there.</summary>
    internal void Took(Strand strand, Location location) => Synchronise(strand, location, Access.Acquire);

    /// <summary>The thread leaves something there for whoever comes next.</summary>
    internal void Gave(Strand strand, Location location) => Synchronise(strand, location, Access.Release);

    /// <summary>A reference has been written: whoever reads it there comes to an object that has been made.</summary>
    internal void Published(Strand strand, Location location)
    {
        var clock = ClockOf(strand);
        var published = PlaceOf(location).Published ??= new RaceClock();
        published.Clear();
        published.Join(clock);
        clock.Tick(strand.Id);
    }

    /// <summary>A reference has been read.</summary>
    internal void Followed(Strand strand, Location location, object target)
    {
        if (PlaceOf(location).Published is { } published)
        {
            Reached(ClockOf(strand), published, target, MostNesting);
        }

        if (location.Owner is { } owner)
        {
            FollowedInside(strand, owner.Target, target);
        }
    }

    /// <summary>A reference has been read inside an object: what was known of that object is known of what it leads to.</summary>
    internal void FollowedInside(Strand strand, object owner, object target)
    {
        var clock = ClockOf(strand);
        if (clock.Of(owner) is { } known)
        {
            Reached(clock, known, target, MostNesting);
        }
    }

    /// <summary>
    /// A thread comes to an object by a published reference, and so to all that it leads to. Where that goes through
    /// fields of the code under test, their own reads tell; what .NET's objects hold has to be looked up.
    /// </summary>
    private static void Reached(RaceClock clock, RaceClock published, object target, int nesting)
    {
        clock.JoinObject(target, published);
        if (nesting == 0)
        {
            return;
        }

        if (target is Delegate method)
        {
            foreach (var one in method.GetInvocationList())
            {
                if (one.Target is { } closure)
                {
                    Reached(clock, published, closure, nesting - 1);
                }
            }
        }
        else if (target is IEnumerable items and not string
            && (target is Array || target.GetType().Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true))
        {
            foreach (var item in target is IDictionary table ? table.Values : items)
            {
                if (item is not null && !item.GetType().IsValueType)
                {
                    Reached(clock, published, item, nesting - 1);
                }
            }
        }
    }

    private void Synchronise(Strand strand, Location location, Access access)
    {
        var clock = ClockOf(strand);
        var place = PlaceOf(location);
        if (place.Released is { } released && access != Access.Release)
        {
            clock.Join(released);
        }

        if (access is Access.Release or Access.Write)
        {
            (place.Released ??= new RaceClock()).Join(clock);
            clock.Tick(strand.Id);
        }
    }

    private void Plain(Strand strand, Location location, in Operation operation, int index)
    {
        var place = PlaceOf(location);
        var clock = ClockOf(strand);
        var writes = operation.FirstAccess == Access.Write;
        var now = new Past(
            strand.Id,
            clock[strand.Id],
            writes,
            operation.Ordering == Ordering.PlainReference,
            PartOf(strand.Run.Sites[operation.Site], location),
            index,
            operation.Site,
            strand.Run.Recorder is null ? [] : [.. strand.Held.Entries.Select(h => h.Location)]);
        var own = -1;
        for (var i = 0; i < place.Accesses.Count; i++)
        {
            var before = place.Accesses[i];
            if (before.Thread == strand.Id)
            {
                own = before.Writes == writes && before.Part == now.Part ? i : own;
            }
            else if (_found is null && (writes || before.Writes) && IsOnePlace(before, now)
                && !IsPublication(before, now) && !clock.Covers(before.Thread, before.Time, location.Owner?.Target))
            {
                _found = (before, now, location);
            }
        }

        if (own < 0)
        {
            place.Accesses.Add(now);
        }
        else
        {
            place.Accesses[own] = now;
        }
    }

    /// <summary>One writes a reference and the other reads it: whichever comes first, nothing half-made is seen.</summary>
    private static bool IsPublication(in Past one, in Past other) =>
        one.Writes != other.Writes && (one.IsReference || other.IsReference);

    /// <summary>
    /// The field inside a struct that an access is about; none for all of it. A struct is one location to the search,
    /// but its fields are places of their own.
    /// </summary>
    private static int PartOf(Site site, Location location) =>
        site.Field is { } field && field.Id != location.Key ? field.Id : None;

    private static bool IsOnePlace(in Past one, in Past other) =>
        one.Part == other.Part || one.Part == None || other.Part == None;

    private RaceClock ClockOf(Strand strand)
    {
        while (_threadsUsed <= strand.Id)
        {
            if (_threads.Count == _threadsUsed)
            {
                _threads.Add(new RaceClock());
            }

            _threads[_threadsUsed].Clear();
            _threads[_threadsUsed].Tick(_threadsUsed);
            _threadsUsed++;
        }

        return _threads[strand.Id];
    }

    private Place PlaceOf(Location location)
    {
        while (_placesUsed <= location.Id)
        {
            if (_places.Count == _placesUsed)
            {
                _places.Add(new Place());
            }

            var place = _places[_placesUsed++];
            place.Released = place.Published = null;
            place.Accesses.Clear();
        }

        return _places[location.Id];
    }

    /// <summary>What is known of a location.</summary>
    private sealed class Place
    {
        /// <summary>What those knew who gave something here.</summary>
        internal RaceClock? Released { get; set; }

        /// <summary>What the writer knew of the reference that is there.</summary>
        internal RaceClock? Published { get; set; }

        /// <summary>Every thread's last plain read and last plain write.</summary>
        internal List<Past> Accesses { get; } = [];
    }

    private readonly record struct Past(
        int Thread, int Time, bool Writes, bool IsReference, int Part, int Event, int Site, Location[] Held);
}
