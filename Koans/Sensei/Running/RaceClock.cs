namespace Sensei.Running;

/// <summary>
/// How much of every thread's work is known to have been done: a vector clock. Beside it stands what is known of
/// single objects only, because a reference to them was read from a plain field: what was done to an object before
/// the reference was written there can be seen by whoever comes to the object by that reference, and by nobody else.
/// </summary>
internal sealed class RaceClock
{
    private int[] _times = new int[4];
    private Dictionary<object, RaceClock>? _objects;

    internal int this[int thread] => thread < _times.Length ? _times[thread] : 0;

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        Array.Clear(_times);
        _objects = null;
    }

    /// <summary>The next piece of a thread's work begins.</summary>
    internal void Tick(int thread)
    {
        if (thread >= _times.Length)
        {
            Array.Resize(ref _times, Math.Max(thread + 1, _times.Length * 2));
        }

        _times[thread]++;
    }

    /// <summary>Comes to know what another clock knows.</summary>
    internal void Join(RaceClock other)
    {
        JoinTimes(other);
        if (other._objects is null)
        {
            return;
        }

        foreach (var (target, clock) in other._objects)
        {
            Learn(target, clock);
        }
    }

    /// <summary>Comes to know of one object what another clock knows of it.</summary>
    internal void JoinObject(object target, RaceClock other)
    {
        if (!Covers(other))
        {
            Learn(target, other);
        }

        if (other._objects is not null && other._objects.TryGetValue(target, out var known))
        {
            Learn(target, known);
        }
    }

    /// <summary>What is known of one object only; null where that is no more than what is known altogether.</summary>
    internal RaceClock? Of(object target) => _objects?.GetValueOrDefault(target);

    /// <summary>Whether a thread's work up to a time is known to have been done, to an object or altogether.</summary>
    internal bool Covers(int thread, int time, object? target) =>
        this[thread] >= time
        || (target is not null && _objects is not null && _objects.TryGetValue(target, out var known) && known[thread] >= time);

    private void Learn(object target, RaceClock clock)
    {
        _objects ??= new Dictionary<object, RaceClock>(ReferenceEqualityComparer.Instance);
        if (!_objects.TryGetValue(target, out var known))
        {
            _objects[target] = known = new RaceClock();
        }

        known.JoinTimes(clock);
    }

    private bool Covers(RaceClock other)
    {
        for (var i = 0; i < other._times.Length; i++)
        {
            if (other._times[i] > this[i])
            {
                return false;
            }
        }

        return true;
    }

    private void JoinTimes(RaceClock other)
    {
        if (other._times.Length > _times.Length)
        {
            Array.Resize(ref _times, other._times.Length);
        }

        for (var i = 0; i < other._times.Length; i++)
        {
            _times[i] = Math.Max(_times[i], other._times[i]);
        }
    }
}
