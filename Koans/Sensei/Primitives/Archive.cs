using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>For what a thread is inside a <see cref="ReaderWriterLockSlim"/>.</summary>
internal enum EnteredFor
{
    Reading,
    Upgrading,
    Writing,
}

/// <summary>
/// Who is inside a <see cref="ReaderWriterLockSlim"/>. Readers do not disturb each other: their comings and goings are
/// mere looks at the lock, which only writers and those who may become writers change. A writer that has to wait keeps
/// new readers out, so for it, beginning to wait is a step of its own.
/// </summary>
internal sealed class Archive
{
    private readonly ReaderWriterLockSlim _target;
    private readonly Location _readers;
    private readonly List<Entry> _inside = [];
    private readonly List<Entry> _writersToBe = [];

    private Archive(Run run, ReaderWriterLockSlim target, Location location)
    {
        _target = target;
        Location = location;
        _readers = run.LocationOf(target, LocationKey.Contents);
    }

    internal Location Location { get; }

    internal static Archive Of(Run run, ReaderWriterLockSlim target)
    {
        var location = run.LocationOf(target, LocationKey.State);
        return (Archive)(location.Mirror ??= new Archive(run, target, location));
    }

    internal static void ReallyExit(ReaderWriterLockSlim target, EnteredFor what)
    {
        switch (what)
        {
            case EnteredFor.Reading:
                target.ExitReadLock();
                break;
            case EnteredFor.Upgrading:
                target.ExitUpgradeableReadLock();
                break;
            default:
                target.ExitWriteLock();
                break;
        }
    }

    internal bool Enter(Strand me, EnteredFor what, TimeSpan timeout, int site)
    {
        var gate = new Door(this, what);
        if (what == EnteredFor.Writing && timeout != TimeSpan.Zero)
        {
            AwaitWriting(me, gate, timeout, site);
        }
        else
        {
            Waits.Step(me, Location, AccessOf(what), gate, timeout, site);
        }

        if (gate.IsOpen(me) && ReallyTryEnter(what))
        {
            var entry = new Entry(me, what, site);
            _inside.Add(entry);
            Changed(what);
            me.Held.Add(entry, Location, site, _ => ReallyExit(_target, what));
            TookFor(me, what);
            me.Run.Recorder?.Note(me, StepKind.Acquire, $"takes {{0}} {Words(what)}", Location, null, site);
            return true;
        }

        me.Spinning.NoteRead(Location);
        me.Spinning.NoteRead(_readers);
        foreach (var other in _inside)
        {
            other.Strand.Spinning.Observed++;
        }

        Clocks.Pass(me, timeout);
        var text = timeout == TimeSpan.Zero ? "finds {0} taken" : "gives up waiting for {0}";
        me.Run.Recorder?.Note(me, StepKind.Refused, text, Location, null, site);
        return false;
    }

    /// <summary>The step that counts the writers who wait.</summary>
    internal int CountWritersToBe(Strand me, int site)
    {
        me.Step(new Operation(site, Location, Access.Read));
        return _writersToBe.Count;
    }

    private void AwaitWriting(Strand me, Door gate, TimeSpan timeout, int site)
    {
        Waits.Step(me, Location, Access.Write, gate, TimeSpan.Zero, site);
        if (gate.IsOpen(me))
        {
            return;
        }

        var toBe = new Entry(me, EnteredFor.Writing, site);
        _writersToBe.Add(toBe);
        Changed(EnteredFor.Writing);
        me.Run.NoteEffect(me);
        try
        {
            Waits.Step(me, Location, Access.Write, gate, timeout, site);
        }
        finally
        {
            _writersToBe.Remove(toBe);
            Changed(EnteredFor.Writing);
        }
    }

    internal void Exit(Strand me, EnteredFor what, int site)
    {
        if (_inside.FindLast(entry => entry.Strand == me && entry.What == what) is not { } mine)
        {
            ReallyExit(_target, what);
            return;
        }

        me.Step(new Operation(site, Location, AccessOf(what)) { KeepsVersion = true, Ordering = Ordering.None });
        ReallyExit(_target, what);
        _inside.Remove(mine);
        Changed(what);
        me.Held.Remove(mine);
        me.Run.Races?.Gave(me, what == EnteredFor.Reading ? _readers : Location);
        me.Spinning.Released(onlyTimeOuts: false);
        me.Run.Recorder?.Note(me, StepKind.Release, "gives {0} back", Location, null, site);
    }

    /// <summary>The step that counts the readers: they do not disturb each other, but they disturb this.</summary>
    internal int CountReaders(Strand me, int site)
    {
        me.Step(new Operation(site, Location, Access.Write) { KeepsVersion = true, Ordering = Ordering.None });
        me.Spinning.NoteRead(_readers);
        // not the real one's: a thread that ends inside still counts, though the worker that ran it has left
        return _inside.Where(entry => entry.What == EnteredFor.Reading).Select(entry => entry.Strand).Distinct().Count();
    }

    /// <summary>Readers come after writers, and writers after both; nothing orders readers among themselves.</summary>
    private void TookFor(Strand me, EnteredFor what)
    {
        me.Run.Races?.Took(me, Location);
        if (what == EnteredFor.Writing)
        {
            me.Run.Races?.Took(me, _readers);
        }
    }

    private bool ReallyTryEnter(EnteredFor what) => what switch
    {
        EnteredFor.Reading => _target.TryEnterReadLock(0),
        EnteredFor.Upgrading => _target.TryEnterUpgradeableReadLock(0),
        _ => _target.TryEnterWriteLock(0),
    };

    private static Access AccessOf(EnteredFor what) => what == EnteredFor.Reading ? Access.Read : Access.Write;

    private static string Words(EnteredFor what) => what switch
    {
        EnteredFor.Reading => "for reading",
        EnteredFor.Upgrading => "for reading, perhaps for writing",
        _ => "for writing",
    };

    /// <summary>Equal for equal states, as far as somebody who looks again can tell.</summary>
    private void Changed(EnteredFor what)
    {
        if (what == EnteredFor.Reading)
        {
            _readers.Version = _inside.Count(entry => entry.What == EnteredFor.Reading);
        }
        else
        {
            Location.Version = (_writersToBe.Count << 24) + _inside
                .Where(entry => entry.What != EnteredFor.Reading)
                .Sum(entry => (entry.Strand.Id + 1) << (entry.What == EnteredFor.Writing ? 8 : 0));
        }
    }

    /// <summary>Those who want to write and have begun to wait, which keeps out whoever is not in yet.</summary>
    private IEnumerable<Entry> Before(Strand strand) => _writersToBe.Where(entry => entry.Strand != strand);

    private bool Holds(Strand strand, EnteredFor what) =>
        _inside.Exists(entry => entry.Strand == strand && entry.What == what);

    /// <summary>One entrance, which one exit ends.</summary>
    private sealed class Entry(Strand strand, EnteredFor what, int site)
    {
        internal Strand Strand => strand;

        internal EnteredFor What => what;

        internal int Site => site;
    }

    /// <summary>Open where the real lock would let the thread in, or would tell it that it does something wrong.</summary>
    private sealed class Door(Archive archive, EnteredFor what) : IGate
    {
        public bool IsOpen(Strand strand)
        {
            if (archive.Holds(strand, EnteredFor.Writing))
            {
                return true;
            }

            var mayBecomeWriter = archive.Holds(strand, EnteredFor.Upgrading);
            return what switch
            {
                EnteredFor.Reading or EnteredFor.Upgrading =>
                    mayBecomeWriter || archive.Holds(strand, EnteredFor.Reading) || !InFront(strand).Any(),
                _ => IsWrong(strand, mayBecomeWriter) || !Others(strand).Any(),
            };
        }

        public Waiting Describe(Strand strand) =>
            new(WaitsFor.Lock, archive.Location, [.. InFront(strand).Select(entry => (entry.Strand, entry.Site)).DistinctBy(holder => holder.Strand)]);

        /// <summary>Whom the thread has to let go first.</summary>
        private IEnumerable<Entry> InFront(Strand strand) =>
            what == EnteredFor.Writing ? Others(strand) : Others(strand).Concat(archive.Before(strand));

        /// <summary>A reader cannot become a writer; it is told so and does not wait.</summary>
        private bool IsWrong(Strand strand, bool mayBecomeWriter) =>
            archive.Holds(strand, EnteredFor.Reading)
            && (!mayBecomeWriter || archive._target.RecursionPolicy == LockRecursionPolicy.NoRecursion);

        /// <summary>The others who keep the thread out.</summary>
        private IEnumerable<Entry> Others(Strand strand) => archive._inside.Where(entry => entry.Strand != strand && what switch
        {
            EnteredFor.Reading => entry.What == EnteredFor.Writing,
            EnteredFor.Upgrading => entry.What != EnteredFor.Reading,
            _ => true,
        });
    }
}
