using System.Text;
using System.Threading.Channels;

namespace Proofs.Oracle.Unwoven;

/// <summary>What the threads of one run share. Made anew for every run; asking it for things is no step.</summary>
internal sealed class Stage
{
    private readonly Script _script = Script.Current;
    private readonly object[] _locks = [.. Enumerable.Range(0, Script.Locks).Select(_ => new object())];
    private readonly SemaphoreSlim[] _semaphores;
    private readonly Channel<int>[] _channels;
    private readonly List<Timer> _timers = [];
    private readonly Thread[] _threads;
    private readonly StringBuilder[] _logs;

    /// <summary>Makes a stage for the current script.</summary>
    /// <param name="semaphore">Makes a semaphore with a count, in code that is woven.</param>
    /// <param name="channel">Makes a channel by its number, in code that is woven.</param>
    public Stage(Func<int, SemaphoreSlim> semaphore, Func<int, Channel<int>> channel)
    {
        _channels = _script.HasChannels ? [.. Enumerable.Range(0, Script.Channels).Select(channel)] : [];
        _semaphores = [.. Enumerable.Range(0, Script.Semaphores).Select(i => semaphore(_script.Semaphore(i)))];
        _threads = new Thread[_script.Threads];
        _logs = [.. Enumerable.Range(0, _script.Threads).Select(_ => new StringBuilder())];
    }

    /// <summary>The first variable: a field of an object.</summary>
    public Cell Cell { get; } = new();

    /// <summary>The second variable: an element of an array.</summary>
    public int[] Slots { get; } = new int[2];

    /// <summary>The number of threads.</summary>
    public int Threads => _script.Threads;

    /// <summary>The number of operations of a thread.</summary>
    public int Length(int thread) => _script.Length(thread);

    /// <summary>An operation of a thread.</summary>
    public Op At(int thread, int index) => _script.At(thread, index);

    /// <summary>A lock.</summary>
    public object Lock(int index) => _locks[index];

    /// <summary>A semaphore.</summary>
    public SemaphoreSlim Semaphore(int index) => _semaphores[index];

    /// <summary>A channel.</summary>
    public Channel<int> Channel(int index) => _channels[index];

    /// <summary>Keeps a timer as long as the run: one that nobody keeps may be collected before it is due.</summary>
    public void Keep(Timer timer) => _timers.Add(timer);

    /// <summary>A thread that has been made.</summary>
    public Thread Thread(int index) => _threads[index];

    /// <summary>Remembers a thread under its number.</summary>
    public void Enlist(int index, Thread thread) => _threads[index] = thread;

    /// <summary>Adds to a thread's log.</summary>
    public void Log(int thread, string what) => _logs[thread].Append(what).Append(' ');

    /// <summary>All logs and the memory at the end.</summary>
    public string Outcome(int first, int second, int third) => Outcomes.Say(_logs.Select(l => l.ToString()), [first, second, third]);
}

/// <summary>The role of one thread on a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Number">The thread's number.</param>
internal sealed record Role(Stage Stage, int Number);

/// <summary>How an outcome is written, the same by whoever finds it.</summary>
internal static class Outcomes
{
    /// <summary>Writes the logs and the memory.</summary>
    public static string Say(IEnumerable<string> logs, int[] memory) =>
        string.Join("/ ", logs) + "= " + string.Join(",", memory);
}
