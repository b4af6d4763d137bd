using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Sensei.Records;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Live;

/// <summary>
/// One execution of a live koan: once, on real threads. Woven code passes through to .NET and only tells where it is, so
/// that a run that has been given up can be cut at the next call or the next turn of a loop, and its threads be named.
/// </summary>
internal sealed class LiveRun
{
    /// <summary>Bytes that the process may come to keep more; what grows beyond is taken to grow without end.</summary>
    private const long MostMemory = 1L << 30;

    private const int MuchMemory = 16 << 20;

    /// <summary>More lines than these are not kept: nobody would read them.</summary>
    private const int MostPrints = 1_000;

    /// <summary>How long those who are cut may take to leave.</summary>
    private static readonly TimeSpan s_leaving = TimeSpan.FromMilliseconds(500);

    private static readonly Lock s_coming = new();

    /// <summary>Flows wherever the learner's work flows: to threads, tasks, timers and what comes after an await.</summary>
    private static readonly AsyncLocal<LiveRun?> s_mine = new();

    private static volatile bool s_isUsed;

    /// <summary>No two of them of one twin. A learner's course has only one; the proofs judge many at once.</summary>
    private static volatile LiveRun[] s_underWay = [];

    [ThreadStatic]
    private static Standing? t_standing;

    [ThreadStatic]
    private static bool t_isApart;

    private readonly Lock _noting = new();
    private readonly List<Standing> _standings = [];
    private readonly List<Thread> _threads = [];
    private readonly List<(WeakReference<Task> Task, int Site)> _awaited = [];
    private readonly List<StepRecord> _steps = [];
    private readonly ManualResetEventSlim _ended = new();
    private readonly List<Action> _whenOver = [];
    private readonly Twin _twin;
    private readonly long _memory = GC.GetTotalMemory(forceFullCollection: false);
    private volatile bool _isOver;
    private Ending? _ending;

    static LiveRun() => ExceptionHandling.SetUnhandledExceptionHandler(Catches);

    private LiveRun(Twin twin, TimeSpan patience)
    {
        _twin = twin;
        Patience = patience;
    }

    /// <summary>How long it may take.</summary>
    internal TimeSpan Patience { get; }

    /// <summary>Differs from run to run in the process, explored ones included.</summary>
    internal int Epoch { get; } = Running.Run.NextEpoch();

    internal bool IsOver => _isOver;

    internal Ending Ending => _ending ?? new Met();

    /// <summary>The threads that have told something until now; who is left behind may still come.</summary>
    internal IReadOnlyList<Standing> Standings()
    {
        lock (_noting)
        {
            return [.. _standings];
        }
    }

    /// <summary>What is known of the run until now, step by step.</summary>
    internal IReadOnlyList<StepRecord> Steps()
    {
        lock (_noting)
        {
            return [.. _steps];
        }
    }

    /// <summary>The run that the calling thread works for, as far as it is known without a site; null outside of live runs.</summary>
    private static LiveRun? Current =>
        !s_isUsed || t_isApart ? null
        : s_mine.Value is { } mine ? mine
        : t_standing?.Run is { } told && s_underWay.Contains(told) ? told
        : s_underWay is [var only] ? only
        : null;

    /// <summary>The same for sure: what is not known to be of a run must not end with it.</summary>
    internal static LiveRun? Mine => s_isUsed ? s_mine.Value : null;

    /// <summary>The run in which the calling thread has come to a site; null outside of live runs.</summary>
    internal static LiveRun? At(int site) => !s_isUsed || t_isApart ? null : s_mine.Value ?? Of(SiteTable.Shared[site].Group);

    private static LiveRun? Of(ModuleGroup twin) => Array.Find(s_underWay, run => run._twin.Group == twin);

    /// <summary>Does something of a twin's that belongs to no run, though a live one may be under way on other threads.</summary>
    internal static T Apart<T>(Func<T> work)
    {
        t_isApart = true;
        try
        {
            return work();
        }
        finally
        {
            t_isApart = false;
        }
    }

    /// <summary>Some live run is under way. Kept cheap: explored code asks before every call.</summary>
    internal static bool IsUnderWay => s_underWay.Length > 0;

    /// <summary>The number of the run that the calling thread works for; -1 outside of runs.</summary>
    internal static int EpochHere()
    {
        if (Current is not { } run)
        {
            return -1;
        }

        run.Check();
        return run.Epoch;
    }

    /// <summary>Runs a koan to its end, or until patience is at its own.</summary>
    internal static LiveRun Execute(Twin twin, Action koan, TimeSpan patience)
    {
        lock (twin.LiveGate)
        {
            var run = new LiveRun(twin, patience);
            s_isUsed = true;
            lock (s_coming)
            {
                s_underWay = [.. s_underWay, run];
            }

            var thread = new Thread(() => run.Live(koan), maxStackSize: Strand.StackSize) { IsBackground = true, Name = "Sensei's koan" };
            thread.UnsafeStart();
            while (!run._ended.Wait(patience))
            {
                // who debugs a koan stops it for as long as it takes
                if (!System.Diagnostics.Debugger.IsAttached)
                {
                    run.End(Hanging.Of(run, patience));
                }
            }

            run._isOver = true;
            run.Leave();
            thread.Join(s_leaving);
            lock (s_coming)
            {
                s_underWay = [.. s_underWay.Where(other => other != run)];
            }

            run.LetGo();
            return run;
        }
    }

    /// <summary>The koan's own thread.</summary>
    private void Live(Action koan)
    {
        s_mine.Value = this;
        try
        {
            Stand();
            koan();
            End(new Met());
        }
        catch (Exception error)
        {
            Threw(error);
        }
    }

    /// <summary>Has something done when the run is over, unless what is returned has been disposed of by then.</summary>
    internal IDisposable WhenOver(Action action)
    {
        lock (_noting)
        {
            _whenOver.Add(action);
        }

        return new Leaving(this, action);
    }

    private void Leave()
    {
        Action[] actions;
        lock (_noting)
        {
            actions = [.. _whenOver];
        }

        Array.ForEach(actions, action => action());
    }

    /// <summary>What is left of it must not keep the process alive.</summary>
    private void LetGo()
    {
        lock (_noting)
        {
            foreach (var thread in _threads.Where(thread => thread.IsAlive))
            {
                try
                {
                    thread.IsBackground = true;
                }
                catch (ThreadStateException)
                {
                    // it has ended in between
                }
            }
        }
    }

    /// <summary>The first ending counts.</summary>
    private void End(Ending ending)
    {
        lock (_noting)
        {
            _ending ??= ending;
        }

        _ended.Set();
    }

    /// <summary>An exception left a thread of the run: in a process of its own that would be the end of everything.</summary>
    private void Threw(Exception error)
    {
        if (!_isOver && error is not RunAbandoned)
        {
            End(Endings.Of(Stand().Id, error));
        }
    }

    /// <summary>Asked by .NET about an exception that nobody has caught: true when the process may go on.</summary>
    private static bool Catches(Exception error)
    {
        if (error is RunAbandoned)
        {
            return true;
        }

        // where a thread ends its context is gone already, but not what it has told
        if ((t_standing?.Run ?? Current) is { } run)
        {
            run.Threw(error);
            return true;
        }

        return false;
    }

    // --- what woven code tells -----------------------------------------------------------------------------------

    /// <summary>A loop goes round, or a method is entered.</summary>
    internal static void Turn(int site)
    {
        if (At(site) is not { } run)
        {
            return;
        }

        run.Check();
        var standing = run.Stand();
        standing.Passes(site);
        if (GC.GetAllocatedBytesForCurrentThread() - standing.Allocated > MuchMemory)
        {
            standing.Allocated = GC.GetAllocatedBytesForCurrentThread();
            if (GC.GetTotalMemory(forceFullCollection: false) - run._memory > MostMemory
                && GC.GetTotalMemory(forceFullCollection: true) - run._memory > MostMemory)
            {
                run.Cut($"The code takes up more and more memory: {MostMemory >> 20} MB and no end in sight.", site);
            }
        }
    }

    /// <summary>A method is entered.</summary>
    internal static void Enter(int site)
    {
        Turn(site);
        if (s_isUsed && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            At(site)?.Cut("A method calls itself without end.", site);
        }
    }

    /// <summary>A call begins that may take long.</summary>
    internal static void Calls(int site)
    {
        if (At(site) is { } run)
        {
            run.Check();
            run.Stand().Calls(site);
        }
    }

    /// <summary>It is over, by itself or by an exception.</summary>
    internal static void Returned() => t_standing?.Returned();

    /// <summary>An async method is suspended until a task is complete.</summary>
    internal static void Awaits(Task? task, int site)
    {
        if (task is not null && At(site) is { } run)
        {
            lock (run._noting)
            {
                if (run._awaited.Count > 1_000)
                {
                    run._awaited.RemoveAll(awaited => !awaited.Task.TryGetTarget(out var other) || other.IsCompleted);
                }

                run._awaited.Add((new WeakReference<Task>(task), site));
            }
        }
    }

    /// <summary>A thread is started.</summary>
    internal static void Starts(Thread thread)
    {
        if (Current is { } run)
        {
            lock (run._noting)
            {
                run._threads.Add(thread);
            }
        }
    }

    /// <summary>Something is printed: part of the story; false outside of live runs.</summary>
    internal static bool Prints(string text, int site)
    {
        if (At(site) is not { } run)
        {
            return false;
        }

        var thread = run.Stand().Id;
        lock (run._noting)
        {
            if (run._steps.Count < MostPrints && !run._isOver)
            {
                run._steps.Add(new StepRecord(
                    run._steps.Count, thread, StepKind.Print, $"prints {Values.Format(text)}", "", -1, text, SiteTable.Shared.Line(site), []));
            }
        }

        return true;
    }

    /// <summary>Something is about to be called that no koan can be judged with.</summary>
    internal static void Refuse(string api, string instead, int site)
    {
        if (At(site) is { } run)
        {
            run.Check();
            run.End(new NotFollowed(api, instead, SiteTable.Shared.Line(site)));
            run._isOver = true;
            throw new RunAbandoned();
        }
    }

    /// <summary>The lines at which async methods are suspended.</summary>
    internal IReadOnlyList<int> Suspended()
    {
        lock (_noting)
        {
            return [.. _awaited.Where(awaited => awaited.Task.TryGetTarget(out var task) && !task.IsCompleted).Select(awaited => awaited.Site).Distinct()];
        }
    }

    private void Cut(string reason, int site)
    {
        End(new Inconclusive(reason, SiteTable.Shared.Line(site)));
        _isOver = true;
        throw new RunAbandoned();
    }

    private void Check()
    {
        if (_isOver)
        {
            throw new RunAbandoned();
        }
    }

    /// <summary>What the calling thread tells by.</summary>
    private Standing Stand()
    {
        if (t_standing is not { } mine || mine.Run != this)
        {
            lock (_noting)
            {
                t_standing = mine = new Standing(this, _standings.Count, Thread.CurrentThread);
                _standings.Add(mine);
            }
        }

        return mine;
    }

    private sealed class Leaving(LiveRun run, Action action) : IDisposable
    {
        public void Dispose()
        {
            lock (run._noting)
            {
                run._whenOver.Remove(action);
            }
        }
    }
}
