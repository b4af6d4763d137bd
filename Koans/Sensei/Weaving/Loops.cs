using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sensei.Live;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// One loop of one call of a method, turn by turn. Woven code keeps it in a local and reports the locals that the loop
/// changes; a turn that changed nothing is a wait. See <see cref="SpinWatch"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopTurns
{
    /// <summary>
    /// Idle turns that others noticed, with nothing lasting done by anybody, after which going round is going in circles.
    /// </summary>
    private const int MostIdleTurns = 1;

    private readonly Strand _strand;
    private readonly int _site;
    private List<(object? Reference, ulong Bits)> _before = [];
    private List<(object? Reference, ulong Bits)> _now = [];
    private bool _isFirst = true;
    private bool _changed;
    private int _effects, _reads, _releases, _runEffects, _observed, _idle;
    private long _held, _time;

    private LoopTurns(Strand strand, int site)
    {
        _strand = strand;
        _site = site;
    }

    /// <summary>The loop goes round.</summary>
    /// <param name="turns">What the loop's local holds: null the first time.</param>
    /// <param name="site">The loop.</param>
    public static LoopTurns? Turn(LoopTurns? turns, int site)
    {
        if (turns is null)
        {
            if (Strand.Current is not { } strand)
            {
                LiveRun.Turn(site);
                return null;
            }

            turns = new LoopTurns(strand, site);
        }

        turns._strand.Run.Turn(turns._strand, site);
        return turns;
    }

    /// <summary>Reports the present value of a local that the loop changes.</summary>
    public static void Local<T>(LoopTurns? turns, T value)
    {
        if (turns is null)
        {
            return;
        }

        if (!typeof(T).IsValueType)
        {
            turns._now.Add((value, 0));
        }
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() == Unsafe.SizeOf<nint>())
        {
            // a struct round one reference, such as a CancellationToken
            turns._now.Add((Unsafe.As<T, object?>(ref value), 0));
        }
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() || Unsafe.SizeOf<T>() > 16)
        {
            turns._changed = true;
        }
        else
        {
            UInt128 bits = 0;
            Unsafe.As<UInt128, T>(ref bits) = value;
            turns._now.Add((null, (ulong)bits));
            turns._now.Add((null, (ulong)(bits >> 64)));
        }
    }

    internal bool IsOf(Strand strand) => _strand == strand;

    /// <summary>The same of a value whose type is not known beforehand.</summary>
    internal static void Value(LoopTurns? turns, object? value)
    {
        if (turns is null)
        {
            return;
        }

        if (value is null || !value.GetType().IsValueType)
        {
            turns._now.Add((value, 0));
        }
        else if (value.GetType().IsPrimitive || value is Enum)
        {
            turns._now.Add((null, (ulong)value.GetHashCode()));
            turns._now.Add((null, (ulong)value.ToString()!.GetHashCode(StringComparison.Ordinal)));
        }
        else
        {
            turns._changed = true;
        }
    }

    /// <summary>All locals have been reported: says whether the loop works or waits.</summary>
    public static void Decide(LoopTurns? turns) => turns?.Decide();

    private void Decide()
    {
        var spinning = _strand.Spinning;
        if (_strand.Atomic == 0 && !_isFirst && !_changed && _effects == spinning.Effects && _held == _strand.Held.Digest
            && _before.SequenceEqual(_now) && (spinning.ClockSeen ?? _strand.Time) == _strand.Time)
        {
            Idle(spinning);
        }
        else
        {
            _idle = 0;
        }

        _isFirst = false;
        _changed = false;
        _effects = spinning.EffectsAtTurn = spinning.Effects;
        _reads = spinning.Reads;
        _releases = _strand.Held.Releases;
        _runEffects = _strand.Run.Effects;
        _observed = spinning.Observed;
        _held = _strand.Held.Digest;
        _time = _strand.Time;
        spinning.ClockSeen = null;
        (_before, _now) = (_now, _before);
        _now.Clear();
    }

    private void Idle(SpinWatch spinning)
    {
        if (!spinning.IsStale(_reads))
        {
            if (_releases == _strand.Held.Releases || _strand.Held.Entries.Count == 0)
            {
                spinning.Block(_reads, _site);
            }
            else
            {
                spinning.BlockAfterRelease(_reads);
            }
        }
        else if (_observed == spinning.Observed && _time == _strand.Time)
        {
            // an idle turn that nobody noticed and that took no time: the order without it leads to the same, and is tried as well
            _strand.Run.GoesInCircles();
        }
        else if (_runEffects == _strand.Run.Effects && ++_idle > MostIdleTurns)
        {
            _strand.Run.GoesInCircles();
        }
    }
}
