using System.Globalization;
using Sensei.Live;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Thread"/>. A learner's thread runs on a pooled one, but is seen as the object the learner made: its name,
/// number and background flag are that object's own.
/// </summary>
[Follows(typeof(Thread))]
public static class Threads
{
    /// <summary>Follows <see cref="Thread(ThreadStart)"/>.</summary>
    public static Thread New(ThreadStart start, int site)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Make(_ => start(), start, takesArgument: false) ?? new Thread(start);
    }

    /// <summary>Follows <see cref="Thread(ThreadStart, int)"/>; the stack's size changes nothing here.</summary>
    public static Thread New(ThreadStart start, int maxStackSize, int site) => New(start, site);

    /// <summary>Follows <see cref="Thread(ParameterizedThreadStart)"/>.</summary>
    public static Thread New(ParameterizedThreadStart start, int site)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Make(argument => start(argument), start, takesArgument: true) ?? new Thread(start);
    }

    /// <summary>Follows <see cref="Thread(ParameterizedThreadStart, int)"/>.</summary>
    public static Thread New(ParameterizedThreadStart start, int maxStackSize, int site) => New(start, site);

    /// <summary>Follows <see cref="Thread.Start()"/>.</summary>
    public static void Start(Thread thread, int site)
    {
        if (Strand.Current is not { } me)
        {
            LiveRun.Starts(thread);
            thread.Start();
            return;
        }

        Start(me, Unborn.Of(me.Run, thread), thread, null, site);
    }

    /// <summary>Follows <see cref="Thread.Start(object)"/>.</summary>
    public static void Start(Thread thread, object? parameter, int site)
    {
        if (Strand.Current is not { } me)
        {
            LiveRun.Starts(thread);
            thread.Start(parameter);
            return;
        }

        var unborn = Unborn.Of(me.Run, thread);
        if (!unborn.TakesArgument)
        {
            throw new InvalidOperationException(
                "The thread was created with a ThreadStart delegate that does not accept a parameter.");
        }

        Start(me, unborn, thread, parameter, site);
    }

    private static void Start(Strand me, Unborn unborn, Thread thread, object? parameter, int site)
    {
        me.Step(new Operation(site, unborn.Life, Access.Write) { Ordering = Ordering.None });
        if (unborn.IsStarted)
        {
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        }

        unborn.IsStarted = true;
        var strand = me.Run.Spawn(() => unborn.Body(parameter), thread, site);
        strand.IsInterrupted = unborn.IsInterrupted;
        strand.FallbackName = unborn.Name;
        me.Run.Recorder?.Note(me, StepKind.Start, "starts {0}", unborn.Life, null, site);
    }

    /// <summary>Follows <see cref="Thread.UnsafeStart()"/>.</summary>
    public static void UnsafeStart(Thread thread, int site) => Start(thread, site);

    /// <summary>Follows <see cref="Thread.UnsafeStart(object)"/>.</summary>
    public static void UnsafeStart(Thread thread, object? parameter, int site) => Start(thread, parameter, site);

    /// <summary>Follows <see cref="Thread.CurrentCulture"/>, which only the thread itself may look at.</summary>
    public static CultureInfo get_CurrentCulture(Thread thread, int site) => IsMe(thread) ? CultureInfo.CurrentCulture : thread.CurrentCulture;

    /// <summary>Follows <see cref="Thread.CurrentCulture"/>.</summary>
    public static void set_CurrentCulture(Thread thread, CultureInfo value, int site)
    {
        if (IsMe(thread))
        {
            CultureInfo.CurrentCulture = value;
        }
        else
        {
            thread.CurrentCulture = value;
        }
    }

    /// <summary>Follows <see cref="Thread.CurrentUICulture"/>, which only the thread itself may look at.</summary>
    public static CultureInfo get_CurrentUICulture(Thread thread, int site) => IsMe(thread) ? CultureInfo.CurrentUICulture : thread.CurrentUICulture;

    /// <summary>Follows <see cref="Thread.CurrentUICulture"/>.</summary>
    public static void set_CurrentUICulture(Thread thread, CultureInfo value, int site)
    {
        if (IsMe(thread))
        {
            CultureInfo.CurrentUICulture = value;
        }
        else
        {
            thread.CurrentUICulture = value;
        }
    }

    private static bool IsMe(Thread thread) => thread is not null && Strand.Current?.Face == thread;

    /// <summary>Follows <see cref="Thread.Join()"/>.</summary>
    public static void Join(Thread thread, int site) => Join(thread, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="Thread.Join(int)"/>.</summary>
    public static bool Join(Thread thread, int millisecondsTimeout, int site) =>
        Join(thread, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="Thread.Join(TimeSpan)"/>.</summary>
    public static bool Join(Thread thread, TimeSpan timeout, int site)
    {
        if (Strand.Current is not { } me)
        {
            return thread.Join(timeout);
        }

        if (timeout < Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, null);
        }

        if (me.Run.StrandOf(thread) is not { } strand)
        {
            throw new ThreadStateException("Thread has not been started.");
        }

        var forEver = Clocks.IsForEver(timeout);
        var waits = timeout != TimeSpan.Zero;
        me.Step(new Operation(site, strand.Life, forEver ? Access.Await : Access.Read, waits ? new EndGate(strand) : null)
        {
            TimesOut = waits && !forEver,
        });
        if (strand.HasEnded)
        {
            me.Run.Recorder?.Note(me, StepKind.Join, "has waited for {0}", strand.Life, null, site);
            return true;
        }

        Clocks.Pass(me, timeout);
        me.Run.Recorder?.Note(me, StepKind.Refused, "gives up waiting for {0}", strand.Life, null, site);
        return false;
    }

    /// <summary>Follows Thread.Abort: .NET throws, and kills nobody.</summary>
    public static void Abort(Thread thread, int site) => throw new PlatformNotSupportedException("Thread abort is not supported on this platform.");

    /// <summary>
    /// Follows <see cref="Thread.Interrupt"/>: ends what the thread waits for, or what it will have to wait for next.
    /// </summary>
    public static void Interrupt(Thread thread, int site)
    {
        if (Strand.Current is not { } me)
        {
            thread.Interrupt();
            return;
        }

        if (!me.Run.Exploration.HasInterrupts)
        {
            me.Run.ReckonWithInterrupts();
        }

        me.Step(new Operation(site, me.Run.LocationOf(thread, LocationKey.Interrupt), Access.Write) { Ordering = Ordering.None });
        if (me.Run.StrandOf(thread) is { } strand)
        {
            strand.IsInterrupted = !strand.IsDone;
        }
        else
        {
            Unborn.Of(me.Run, thread).IsInterrupted = true;
        }

        me.Run.Recorder?.Note(me, StepKind.Signal, "interrupts {0}", me.Run.LocationOf(thread, LocationKey.Life), null, site);
    }

    /// <summary>Follows <see cref="Thread.IsAlive"/>.</summary>
    public static bool get_IsAlive(Thread thread, int site)
    {
        if (Strand.Current is not { } me)
        {
            return thread.IsAlive;
        }

        var life = me.Run.LocationOf(thread, LocationKey.Life);
        me.Step(new Operation(site, life, Access.Read));
        var alive = me.Run.StrandOf(thread) is { HasEnded: false };
        me.Run.Recorder?.Note(me, StepKind.Read, alive ? "sees that {0} is alive" : "sees that {0} is not alive", life, Values.Format(alive), site);
        return alive;
    }

    /// <summary>Follows <see cref="Thread.ThreadState"/>, as far as it can be told without waiting states.</summary>
    public static ThreadState get_ThreadState(Thread thread, int site)
    {
        if (Strand.Current is not { } me)
        {
            return thread.ThreadState;
        }

        me.Step(new Operation(site, me.Run.LocationOf(thread, LocationKey.Life), Access.Read));
        var state = me.Run.StrandOf(thread) switch
        {
            null => ThreadState.Unstarted,
            { HasEnded: true } => ThreadState.Stopped,
            _ => ThreadState.Running,
        };
        return thread.IsBackground ? state | ThreadState.Background : state;
    }

    /// <summary>Follows <see cref="Thread.IsThreadPoolThread"/>.</summary>
    public static bool get_IsThreadPoolThread(Thread thread, int site) =>
        Strand.Current is { } me ? me.Run.StrandOf(thread) is { IsOfPool: true } : thread.IsThreadPoolThread;

    /// <summary>Follows <see cref="Thread.CurrentThread"/>.</summary>
    public static Thread get_CurrentThread(int site) => Known() ?? Thread.CurrentThread;

    /// <summary>Follows <see cref="Thread.ManagedThreadId"/>: the koan's own thread is 1, and the others are counted as they are made.</summary>
    public static int get_ManagedThreadId(Thread thread, int site) =>
        Strand.Current is { } me && thread is not null ? me.Run.Exploration.NumberOf(thread) : thread!.ManagedThreadId;

    /// <summary>Follows <see cref="Thread.Sleep(int)"/>: takes no real time, and orders nothing.</summary>
    public static void Sleep(int millisecondsTimeout, int site)
    {
        if (millisecondsTimeout < -1)
        {
            throw new ArgumentOutOfRangeException(nameof(millisecondsTimeout), millisecondsTimeout, "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.");
        }

        Sleep(Clocks.Milliseconds(millisecondsTimeout), site);
    }

    /// <summary>Follows <see cref="Thread.Sleep(TimeSpan)"/>.</summary>
    public static void Sleep(TimeSpan timeout, int site)
    {
        if (Strand.Current is not { } me)
        {
            Thread.Sleep(timeout);
            return;
        }

        if (Clocks.IsForEver(timeout))
        {
            me.Step(new Operation(site) { Gate = NeverGate.Instance, Sleeps = true });
        }

        Pause(me, $"sleeps {Words(timeout)}", site, sleeps: true);
        Clocks.Pass(me, timeout);
    }

    /// <summary>Follows <see cref="Thread.Yield"/>.</summary>
    public static bool Yield(int site)
    {
        if (Strand.Current is not { } me)
        {
            return Thread.Yield();
        }

        Pause(me, "yields", site);
        return true;
    }

    /// <summary>Follows <see cref="Thread.SpinWait"/>.</summary>
    public static void SpinWait(int iterations, int site)
    {
        if (Strand.Current is { } me)
        {
            Pause(me, "spins", site);
        }
        else
        {
            Thread.SpinWait(iterations);
        }
    }

    /// <summary>Follows <see cref="Thread.MemoryBarrier"/>: the search is sequentially consistent already.</summary>
    public static void MemoryBarrier(int site) => Interlocked.MemoryBarrier();

    /// <summary>The present thread, which from now on is not like any other.</summary>
    internal static Thread? Known()
    {
        if (Strand.Current is not { } me)
        {
            return null;
        }

        me.IsKnown = true;
        return me.Face;
    }

    internal static void Pause(Strand me, string text, int site, bool sleeps = false)
    {
        me.Step(new Operation(site) { Yields = true, Sleeps = sleeps });
        me.Run.Recorder?.Note(me, StepKind.Pause, text, null, null, site);
    }

    private static string Words(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMinute == 0 && time > TimeSpan.Zero
        ? $"{time.TotalMinutes:0} min"
        : $"{time.TotalMilliseconds:0} ms";

    /// <summary>The step that waits for the end of a thread that is known.</summary>
    internal static void AwaitEnd(Strand me, Strand strand, int site) =>
        me.Step(new Operation(site, strand.Life, Access.Await, new EndGate(strand)));

    private static Thread? Make(Action<object?> body, Delegate start, bool takesArgument)
    {
        if (Strand.Current is not { } me)
        {
            return null;
        }

        var face = me.Run.Exploration.NewFace(me);
        var method = start.Method.Name;
        me.Run.LocationOf(face, LocationKey.Life).Mirror =
            new Unborn(me.Run.LocationOf(face, LocationKey.Life), body, method.StartsWith('<') ? null : method, takesArgument);
        return face;
    }

    /// <summary>What a thread object will run when it is started.</summary>
    private sealed class Unborn(Location life, Action<object?> body, string? name, bool takesArgument)
    {
        internal bool TakesArgument { get; } = takesArgument;

        internal Location Life { get; } = life;

        internal Action<object?> Body { get; } = body;

        internal string? Name { get; } = name;

        internal bool IsStarted { get; set; }

        internal bool IsInterrupted { get; set; }

        internal static Unborn Of(Run run, Thread thread) =>
            run.LocationOf(thread, LocationKey.Life).Mirror as Unborn
            ?? throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
    }

    private sealed class EndGate(Strand awaited) : IGate
    {
        public bool IsOpen(Strand strand) => awaited.HasEnded;

        public Waiting Describe(Strand strand) => new(WaitsFor.Thread, awaited.Life, [(awaited, -1)]);
    }

    private sealed class NeverGate : IGate
    {
        internal static readonly NeverGate Instance = new();

        public bool IsOpen(Strand strand) => false;

        public Waiting Describe(Strand strand) => new(WaitsFor.Signal, null, []);
    }
}
