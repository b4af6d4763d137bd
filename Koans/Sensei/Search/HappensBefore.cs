using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// The order that dependence imposes on the events of one run, as vector clocks: an event is before another when every
/// order that no thread could tell from this one has it before the other.
/// </summary>
internal sealed class HappensBefore
{
    private readonly List<List<(int Event, Access Access)>> _accesses = [];
    private int[] _clocks = new int[1024];
    private int[] _numbers = new int[256];
    private int[] _previous = new int[256];
    private readonly int[] _last = new int[Run.MostThreads];
    private int _width;
    private int _count;
    private int _locations;
    private Run _run = null!;

    /// <summary>Reads the trace of a run.</summary>
    internal void Read(Run run)
    {
        _run = run;
        _width = run.Strands.Count;
        _count = run.Trace.Count;
        Reserve();
        Array.Fill(_last, -1, 0, _width);
        for (var i = 0; i < _locations; i++)
        {
            _accesses[i].Clear();
        }

        _locations = 0;
        for (var i = 0; i < _count; i++)
        {
            ref var e = ref run.Trace[i];
            var clock = _clocks.AsSpan(i * _width, _width);
            clock.Clear();
            _previous[i] = _last[e.Thread];
            Join(clock, _previous[i]);
            Join(clock, e.Cause);
            _numbers[i] = _previous[i] < 0 ? 1 : _numbers[_previous[i]] + 1;
            Note(clock, i, e.Operation);
            clock[e.Thread] = _numbers[i];
            _last[e.Thread] = i;
        }
    }

    /// <summary>The accesses of a location before an event, the latest first.</summary>
    internal AccessesDescending AccessesBefore(int later, Location location) =>
        new(location.Id < _locations ? _accesses[location.Id] : null, later);

    /// <summary>The event that <paramref name="thread"/> executed before <paramref name="later"/>, or -1.</summary>
    internal int PreviousOf(int later, int thread) => later < _count ? _previous[later] : _last[thread];

    /// <summary>The event after which <paramref name="thread"/> waited for its turn at <paramref name="later"/>: its own, or what started or woke it.</summary>
    internal int LastBefore(int later, int thread) =>
        Math.Max(PreviousOf(later, thread), later < _count ? _run.Trace[later].Cause : _run.Strands[thread].Cause);

    /// <summary>
    /// Whether the earlier event is before the thread's turn at the later one for reasons other than what the later
    /// one itself touches.
    /// </summary>
    internal bool IsBeforeTurn(int earlier, int later, int thread)
    {
        var cause = later < _count ? _run.Trace[later].Cause : _run.Strands[thread].Cause;
        return Covers(PreviousOf(later, thread), earlier) || Covers(cause, earlier);
    }

    /// <summary>Whether <paramref name="earlier"/> is <paramref name="later"/> or before it.</summary>
    internal bool Covers(int later, int earlier) =>
        later >= 0 && _clocks[later * _width + _run.Trace[earlier].Thread] >= _numbers[earlier];

    /// <summary>
    /// The threads that could move first in the sequence of what is not after <paramref name="earlier"/>, up to and
    /// including <paramref name="later"/>: the initials of notdep(e, E).e' in the paper.
    /// </summary>
    internal ulong Initials(int earlier, int later, int thread, Run run)
    {
        Span<int> first = stackalloc int[_width];
        first.Clear();
        ulong initials = 0, seen = 0;
        for (var i = earlier + 1; i < later && i < _count; i++)
        {
            var mover = run.Trace[i].Thread;
            if ((seen >> mover & 1) != 0 || Covers(i, earlier))
            {
                continue;
            }

            if (IsFirst(_clocks.AsSpan(i * _width, _width), first, seen))
            {
                initials |= 1UL << mover;
            }

            first[mover] = _numbers[i];
            seen |= 1UL << mover;
        }

        if ((seen >> thread & 1) == 0)
        {
            Span<int> clock = stackalloc int[_width];
            clock.Clear();
            if (later < _count)
            {
                _clocks.AsSpan(later * _width, _width).CopyTo(clock);
            }
            else
            {
                Join(clock, _last[thread]);
                Join(clock, run.Strands[thread].Cause);
            }

            if (IsFirst(clock, first, seen))
            {
                initials |= 1UL << thread;
            }
        }

        return initials;
    }

    private static bool IsFirst(ReadOnlySpan<int> clock, ReadOnlySpan<int> first, ulong seen)
    {
        for (var rest = seen; rest != 0; rest &= rest - 1)
        {
            var thread = Run.Lowest(rest);
            if (clock[thread] >= first[thread])
            {
                return false;
            }
        }

        return true;
    }

    private void Note(Span<int> clock, int index, in Operation operation)
    {
        if (operation.First is null)
        {
            return;
        }

        Note(clock, index, operation.First, operation.FirstAccess);
        if (operation.Second is not null)
        {
            Note(clock, index, operation.Second, operation.SecondAccess);
        }

        if (operation.More is not null)
        {
            foreach (var (location, access) in operation.More)
            {
                Note(clock, index, location, access);
            }
        }
    }

    private void Note(Span<int> clock, int index, Location location, Access access)
    {
        while (_locations <= location.Id)
        {
            if (_accesses.Count == _locations)
            {
                _accesses.Add([]);
            }

            _locations++;
        }

        var accesses = _accesses[location.Id];
        for (var i = accesses.Count - 1; i >= 0; i--)
        {
            var (other, otherAccess) = accesses[i];
            if (Accesses.Conflict(otherAccess, access))
            {
                Join(clock, other);
            }

            if (!Accesses.IsPassive(otherAccess))
            {
                break;
            }
        }

        accesses.Add((index, access));
    }

    private void Join(Span<int> clock, int other)
    {
        if (other < 0)
        {
            return;
        }

        var source = _clocks.AsSpan(other * _width, _width);
        for (var i = 0; i < clock.Length; i++)
        {
            clock[i] = Math.Max(clock[i], source[i]);
        }
    }

    private void Reserve()
    {
        if (_clocks.Length < _count * _width)
        {
            _clocks = new int[_count * _width * 2];
        }

        if (_numbers.Length < _count)
        {
            _numbers = new int[_count * 2];
            _previous = new int[_count * 2];
        }
    }

    /// <summary>Walks a list of accesses from its end, leaving out what is not before an event.</summary>
    internal struct AccessesDescending(List<(int Event, Access Access)>? accesses, int before)
    {
        private int _next = accesses?.Count ?? 0;

        public readonly (int Event, Access Access) Current => accesses![_next];

        public readonly AccessesDescending GetEnumerator() => this;

        public bool MoveNext()
        {
            do
            {
                _next--;
            }
            while (_next >= 0 && accesses![_next].Event >= before);

            return _next >= 0;
        }
    }
}
