namespace Proofs.Oracle.Unwoven;

/// <summary>A generated program: the operations of each thread. Thread 0 starts the others, and joins them at the end.</summary>
internal sealed class Script
{
    /// <summary>How many variables, locks, semaphores and channels a program has.</summary>
    public const int Variables = 3, Locks = 2, Semaphores = 2, Channels = 2;

    /// <summary>The channel that has room for one thing only; the other one has room for all.</summary>
    public const int NarrowChannel = 1;

    /// <summary>The most a semaphore holds.</summary>
    public const int SemaphoreMost = 2;

    private const int MostOps = 24;
    private const int OpSize = 3;
    private const string Key = "Proofs.Oracle.Script";

    private readonly int[] _tape;

    private Script(int[] tape) => _tape = tape;

    /// <summary>Makes a program; the semaphores begin with the numbers given.</summary>
    public Script(IReadOnlyList<IReadOnlyList<Op>> threads, int[] semaphores)
    {
        _tape = new int[1 + Semaphores + threads.Count * (1 + MostOps * OpSize)];
        _tape[0] = threads.Count;
        semaphores.CopyTo(_tape, 1);
        for (var t = 0; t < threads.Count; t++)
        {
            _tape[Start(t)] = threads[t].Count;
            for (var i = 0; i < threads[t].Count; i++)
            {
                var at = Place(t, i);
                (_tape[at], _tape[at + 1], _tape[at + 2]) = ((int)threads[t][i].Verb, threads[t][i].On, threads[t][i].Value);
            }
        }
    }

    /// <summary>
    /// The program under test. It is kept as numbers in the process, since the woven copy of this class has statics of its own.
    /// </summary>
    public static Script Current
    {
        get => new((int[])AppDomain.CurrentDomain.GetData(Key)!);
        set => AppDomain.CurrentDomain.SetData(Key, value._tape);
    }

    /// <summary>The number of threads, the first included.</summary>
    public int Threads => _tape[0];

    /// <summary>The number of operations of a thread.</summary>
    public int Length(int thread) => _tape[Start(thread)];

    /// <summary>An operation of a thread.</summary>
    public Op At(int thread, int index)
    {
        var at = Place(thread, index);
        return new Op((Verb)_tape[at], _tape[at + 1], _tape[at + 2]);
    }

    /// <summary>Whether it uses channels, which are not made for nothing: most programs do without.</summary>
    public bool HasChannels => Uses(Verb.Put, Verb.PutWhenRoom, Verb.Fetch, Verb.FetchWhenThere, Verb.Close);

    /// <summary>Whether some thread does one of these.</summary>
    public bool Uses(params ReadOnlySpan<Verb> verbs)
    {
        for (var t = 0; t < Threads; t++)
        {
            for (var i = 0; i < Length(t); i++)
            {
                if (verbs.Contains(At(t, i).Verb)) return true;
            }
        }

        return false;
    }

    /// <summary>What a semaphore begins with.</summary>
    public int Semaphore(int index) => _tape[1 + index];

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        Environment.NewLine,
        Enumerable.Range(0, Threads).Select(t =>
            $"thread {t}: " + string.Join(", ", Enumerable.Range(0, Length(t)).Select(i => At(t, i)))));

    private static int Start(int thread) => 1 + Semaphores + thread * (1 + MostOps * OpSize);

    private static int Place(int thread, int index) => Start(thread) + 1 + index * OpSize;
}
