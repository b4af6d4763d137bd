using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="SemaphoreSlim"/>. It has no owner: who takes a slot twice waits for itself.</summary>
[Follows(typeof(SemaphoreSlim))]
public static class SemaphoreSlims
{
    /// <summary>Follows <see cref="SemaphoreSlim.Wait()"/>.</summary>
    public static void Wait(SemaphoreSlim target, int site) => Wait(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="SemaphoreSlim.Wait(int)"/>.</summary>
    public static bool Wait(SemaphoreSlim target, int millisecondsTimeout, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="SemaphoreSlim.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(SemaphoreSlim target, TimeSpan timeout, int site) =>
        Wait(target, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="SemaphoreSlim.Wait(CancellationToken)"/>.</summary>
    public static void Wait(SemaphoreSlim target, CancellationToken cancellationToken, int site) =>
        Wait(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="SemaphoreSlim.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(SemaphoreSlim target, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>
    /// Follows <see cref="SemaphoreSlim.Wait(TimeSpan, CancellationToken)"/>: one that waits already takes a free slot even
    /// when it is cancelled.
    /// </summary>
    public static bool Wait(SemaphoreSlim target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.Wait(timeout, cancellationToken);
        }

        Cancelling.Check(me, cancellationToken, site);
        var slots = Slots.Of(me.Run, target);
        var waits = timeout != TimeSpan.Zero;
        Waits.Step(me, slots.Location, Access.Write, slots, timeout, site, cancellationToken);
        if (target.Wait(0))
        {
            slots.Took(me, site);
            me.Run.Recorder?.Note(me, StepKind.Acquire, "takes {0}", slots.Location, null, site);
            return true;
        }

        me.Spinning.NoteRead(slots.Location);
        Cancelling.Throw(me, cancellationToken, slots.Location, site);
        Clocks.Pass(me, timeout);
        me.Run.Recorder?.Note(me, StepKind.Refused, waits ? "gives up waiting for {0}" : "finds {0} taken", slots.Location, null, site);
        return false;
    }

    /// <summary>Follows <see cref="SemaphoreSlim.WaitAsync()"/>.</summary>
    public static Task WaitAsync(SemaphoreSlim target, int site) =>
        WaitAsync(target, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>Follows <see cref="SemaphoreSlim.WaitAsync(CancellationToken)"/>.</summary>
    public static Task WaitAsync(SemaphoreSlim target, CancellationToken cancellationToken, int site) =>
        WaitAsync(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="SemaphoreSlim.WaitAsync(int)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim target, int millisecondsTimeout, int site) =>
        WaitAsync(target, Clocks.Milliseconds(millisecondsTimeout), CancellationToken.None, site);

    /// <summary>Follows <see cref="SemaphoreSlim.WaitAsync(TimeSpan)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim target, TimeSpan timeout, int site) =>
        WaitAsync(target, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="SemaphoreSlim.WaitAsync(int, CancellationToken)"/>.</summary>
    public static Task<bool> WaitAsync(SemaphoreSlim target, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        WaitAsync(target, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>
    /// Follows <see cref="SemaphoreSlim.WaitAsync(TimeSpan, CancellationToken)"/>: those who wait are served in their
    /// order, and who is not served in time leaves the queue.
    /// </summary>
    public static Task<bool> WaitAsync(SemaphoreSlim target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.WaitAsync(timeout, cancellationToken);
        }

        var slots = Slots.Of(me.Run, target);
        me.Step(new Operation(site, slots.Location, Access.Write)
        {
            Second = Cancelling.LocationOf(me, cancellationToken),
            SecondAccess = Access.Write,
            KeepsVersion = true,
        });
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        if (target.Wait(0, CancellationToken.None))
        {
            slots.Took(me, site);
            me.Run.Recorder?.Note(me, StepKind.Acquire, "takes {0}", slots.Location, null, site);
            return Task.FromResult(true);
        }

        if (timeout == TimeSpan.Zero)
        {
            me.Run.Recorder?.Note(me, StepKind.Refused, "finds {0} taken", slots.Location, null, site);
            return Task.FromResult(false);
        }

        me.Run.Recorder?.Note(me, StepKind.Wait, "begins to wait for {0}", slots.Location, null, site);
        return slots.Enqueue(me, timeout, cancellationToken, site);
    }

    /// <summary>Follows <see cref="SemaphoreSlim.Release()"/>.</summary>
    public static int Release(SemaphoreSlim target, int site) => Release(target, 1, site);

    /// <summary>Follows <see cref="SemaphoreSlim.Release(int)"/>.</summary>
    public static int Release(SemaphoreSlim target, int releaseCount, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return target!.Release(releaseCount);
        }

        var slots = Slots.Of(me.Run, target);
        me.Step(new Operation(site, slots.Location, Access.Write) { KeepsVersion = true });
        var before = target.Release(releaseCount);
        var own = true;
        for (var i = 0; i < releaseCount; i++)
        {
            own &= slots.GaveBack(me);
        }

        me.Run.Recorder?.Note(me, StepKind.Release, own ? "gives {0} back" : "releases {0}", slots.Location, null, site);
        slots.ServeWaiters(me, site);
        return before;
    }

    /// <summary>Follows <see cref="SemaphoreSlim.CurrentCount"/>.</summary>
    public static int get_CurrentCount(SemaphoreSlim target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            var slots = Slots.Of(me.Run, target);
            me.Step(new Operation(site, slots.Location, Access.Read));
            me.Run.Recorder?.Note(
                me, StepKind.Read, $"reads {{0}}: {target.CurrentCount} free", slots.Location, Values.Format(target.CurrentCount), site);
        }

        return target!.CurrentCount;
    }

    /// <summary>Follows <see cref="SemaphoreSlim.AvailableWaitHandle"/>.</summary>
    public static WaitHandle get_AvailableWaitHandle(SemaphoreSlim target, int site) => Shown.Of(
        target.AvailableWaitHandle,
        Strand.Current is { } me ? Slots.Of(me.Run, target).Location : null,
        () => target.CurrentCount > 0,
        "finds {0} available");

    /// <summary>Follows <see cref="SemaphoreSlim.Dispose()"/>.</summary>
    public static void Dispose(SemaphoreSlim target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            me.Step(new Operation(site, Slots.Of(me.Run, target).Location, Access.Write) { KeepsVersion = true });
        }

        target!.Dispose();
    }

    /// <summary>Who has the slots of a semaphore: only for telling, a semaphore itself does not know.</summary>
    private sealed class Slots(SemaphoreSlim target, Location location) : IGate
    {
        private readonly List<(Strand Strand, int Site)> _takers = [];
        private readonly LinkedList<TaskCompletionSource<bool>> _waiters = [];

        internal Location Location { get; } = location;

        internal static Slots Of(Run run, SemaphoreSlim target)
        {
            var location = run.LocationOf(target, LocationKey.State);
            if (location.Mirror is not Slots slots)
            {
                location.Mirror = slots = new Slots(target, location);
                location.Version = target.CurrentCount;
            }

            return slots;
        }

        /// <remarks>.NET does not wake those who wait when it is disposed of: the gate stays closed.</remarks>
        public bool IsOpen(Strand strand) => target.CurrentCount > 0;

        public Waiting Describe(Strand strand) =>
            new(_takers.Count > 0 ? WaitsFor.Lock : WaitsFor.Signal, Location, [.. _takers]);

        /// <summary>Puts somebody at the end of the queue. A slot, the time and the token compete for who comes first.</summary>
        internal Task<bool> Enqueue(Strand me, TimeSpan timeout, CancellationToken token, int site)
        {
            var waiter = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.AddLast(waiter);
            me.Run.NoteEffect(me);
            var state = TaskState.Of(me.Run, waiter.Task);
            state.EndAfter(me, timeout, () => waiter.SetResult(false), "a time-out", site, Location, () => _waiters.Remove(waiter));
            if (token.CanBeCanceled)
            {
                Cancelling.WhenCancelled(me, token, strand =>
                {
                    strand.Step(new Operation(site, Location, Access.Write) { Second = state.Location, SecondAccess = Access.Write, KeepsVersion = true });
                    if (_waiters.Remove(waiter))
                    {
                        state.Finish(strand, () => waiter.SetCanceled(token), site);
                    }
                });
            }

            return waiter.Task;
        }

        /// <summary>Hands free slots to those who wait with WaitAsync: all in the step that released them.</summary>
        internal void ServeWaiters(Strand me, int site)
        {
            List<TaskCompletionSource<bool>> served = [];
            while (_waiters.First is { Value: var first } && target.Wait(0))
            {
                _waiters.RemoveFirst();
                served.Add(first);
            }

            Location.Version = target.CurrentCount;
            foreach (var waiter in served)
            {
                TaskState.Of(me.Run, waiter.Task).Complete(me, () => waiter.SetResult(true), site);
            }
        }

        internal void Took(Strand me, int site)
        {
            _takers.Add((me, site));
            me.Run.Races?.Took(me, Location);
            Location.Version = target.CurrentCount;
            me.Held.Add(target, Location, site, static _ => { });
        }

        /// <returns>Whether the thread gave back a slot that it had taken itself.</returns>
        internal bool GaveBack(Strand me)
        {
            Location.Version = target.CurrentCount;
            var mine = _takers.FindLastIndex(t => t.Strand == me);
            if (mine >= 0)
            {
                _takers.RemoveAt(mine);
                me.Held.Remove(target);
                me.Spinning.Released(onlyTimeOuts: false);
                return true;
            }

            // given by somebody who had not taken it: a signal, and signals last
            me.Run.NoteEffect(me);
            if (_takers.Count > 0)
            {
                _takers[0].Strand.Held.Remove(target);
                _takers.RemoveAt(0);
            }

            return false;
        }
    }
}
