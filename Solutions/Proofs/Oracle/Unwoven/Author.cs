namespace Proofs.Oracle.Unwoven;

/// <summary>Writes random programs: the same seed, the same program.</summary>
internal sealed class Author
{
    private static readonly (Verb Verb, int Weight)[][] Themes =
    [
        // Memory.
        [(Verb.Read, 5), (Verb.Write, 4), (Verb.Increment, 2), (Verb.AtomicIncrement, 2), (Verb.CompareExchange, 2), (Verb.Enter, 2)],
        // Locks.
        [(Verb.Read, 2), (Verb.Write, 2), (Verb.Increment, 1), (Verb.Enter, 6), (Verb.TryEnter, 3), (Verb.EnterFor, 2), (Verb.Exit, 1)],
        // Signals: most of them inside a lock.
        [(Verb.Read, 1), (Verb.Write, 1), (Verb.Enter, 10), (Verb.EnterFor, 1)],
        // Semaphores.
        [(Verb.Read, 2), (Verb.Write, 2), (Verb.Take, 4), (Verb.TryTake, 2), (Verb.TakeFor, 2), (Verb.Give, 6), (Verb.Enter, 1)],
        // A bit of everything.
        [
            (Verb.Read, 2), (Verb.Write, 2), (Verb.Increment, 1), (Verb.AtomicIncrement, 1), (Verb.Enter, 4), (Verb.TryEnter, 1),
            (Verb.Take, 1), (Verb.Give, 2), (Verb.Join, 2), (Verb.JoinFor, 1), (Verb.IsAlive, 1), (Verb.Sleep, 1), (Verb.Wait, 1),
        ],
        // Spinning.
        [(Verb.SpinUntil, 4), (Verb.SpinEnter, 3), (Verb.Write, 5), (Verb.Increment, 2), (Verb.Read, 2), (Verb.Enter, 2)],
        // Channels.
        [
            (Verb.Put, 3), (Verb.PutWhenRoom, 4), (Verb.Fetch, 2), (Verb.FetchWhenThere, 6), (Verb.Close, 2), (Verb.Read, 1), (Verb.Write, 1),
        ],
        // Timers.
        [(Verb.WriteLater, 3), (Verb.GiveLater, 3), (Verb.Take, 4), (Verb.TryTake, 1), (Verb.Read, 3), (Verb.Write, 2), (Verb.SpinUntil, 1), (Verb.Enter, 1)],
        // Interrupts: of waits of every kind.
        [
            (Verb.Interrupt, 6), (Verb.Enter, 4), (Verb.EnterFor, 1), (Verb.Take, 2), (Verb.TakeFor, 1), (Verb.Give, 1), (Verb.Join, 2),
            (Verb.JoinFor, 1), (Verb.Sleep, 1), (Verb.Write, 1),
        ],
    ];

    // Signals are where searches have gone wrong most, so they come most often.
    private static readonly int[] ThemeOf = [0, 1, 2, 2, 2, 3, 4, 5, 6, 6, 7, 8, 8];

    private static readonly (Verb Verb, int Weight)[] InsideALock =
    [
        (Verb.Read, 3), (Verb.Write, 3), (Verb.Wait, 5), (Verb.WaitFor, 3), (Verb.Pulse, 5), (Verb.PulseAll, 2), (Verb.Enter, 3),
        (Verb.Take, 1), (Verb.Give, 1), (Verb.Exit, 1),
    ];

    private readonly Dice _dice;
    private readonly (Verb Verb, int Weight)[] _theme;
    private readonly bool _signals;

    private Author(int seed)
    {
        _dice = new Dice(seed);
        var theme = ThemeOf[_dice.Roll(ThemeOf.Length)];
        _theme = Themes[theme];
        _signals = theme is 2 or 4 or 8;
    }

    /// <summary>A program of two or three busy threads with two to four operations each.</summary>
    public static Script Small(int seed)
    {
        var author = new Author(seed);
        return author._dice.Roll(4) switch
        {
            0 => author.Write(author.Some(3, 4), author.Some(3, 4)),
            1 => author.Write(0, author.Some(2, 4), author.Some(2, 4)),
            2 => author.Write(2, 2, author.Some(2, 3)),
            _ => author.Write(0, 2, 2, 2),
        };
    }

    /// <summary>A program of three or four busy threads with three to five operations each.</summary>
    public static Script Large(int seed)
    {
        var author = new Author(seed);
        return author._dice.OnceIn(2)
            ? author.Write(author.Some(1, 3), author.Some(3, 5), author.Some(3, 5))
            : author.Write(0, author.Some(3, 4), author.Some(3, 4), author.Some(3, 4));
    }

    private int Some(int least, int most) => least + _dice.Roll(most - least + 1);

    private Script Write(params int[] counts)
    {
        var threads = new List<Op>[counts.Length];
        for (var t = 0; t < counts.Length; t++)
        {
            threads[t] = [];
            var left = counts[t];
            while (left > 0) left -= WriteOne(threads[t], t, counts.Length, left, _theme, inside: -1);
        }

        var semaphores = new int[Script.Semaphores];
        for (var i = 0; i < semaphores.Length; i++) semaphores[i] = _dice.Roll(2);
        return new Script(threads, semaphores);
    }

    // Answers how much of the thread's share it took: entering and leaving a lock counts as one.
    private int WriteOne(List<Op> ops, int me, int threads, int left, (Verb Verb, int Weight)[] theme, int inside)
    {
        var verb = Pick(theme);
        switch (verb)
        {
            case Verb.Enter or Verb.SpinEnter or Verb.TryEnter or Verb.EnterFor:
                return WriteBlock(ops, me, threads, left, verb, inside);
            case Verb.Wait or Verb.WaitFor or Verb.Pulse or Verb.PulseAll or Verb.Exit:
                // Now and then on the wrong lock, or without one.
                var own = inside >= 0 && !_dice.OnceIn(12);
                ops.Add(new Op(verb, own ? inside : _dice.Roll(Script.Locks)));
                return 1;
            case Verb.Put or Verb.PutWhenRoom or Verb.Fetch or Verb.FetchWhenThere or Verb.Close:
                ops.Add(new Op(verb, _dice.Roll(_dice.OnceIn(3) ? 1 : Script.Channels), 1 + _dice.Roll(3)));
                return 1;
            case Verb.GiveLater:
                ops.Add(new Op(verb, _dice.Roll(_dice.OnceIn(2) ? 1 : Script.Semaphores)));
                return 1;
            case Verb.Interrupt when me == 0 || me == threads - 1:
                // Of the last thread it is certain that all others have been started.
                ops.Add(new Op(verb, 1 + _dice.Roll(threads - 1)));
                return 1;
            case Verb.Interrupt:
                ops.Add(new Op(verb, 1 + _dice.Roll(me)));
                return 1;
            case Verb.Join or Verb.JoinFor or Verb.IsAlive:
                // Only threads that have been started for certain: those before this one, and all for the first.
                var candidates = me == 0 ? threads - 1 : me - 1;
                if (candidates > 0) ops.Add(new Op(verb, 1 + _dice.Roll(candidates)));
                return 1;
            case Verb.Take or Verb.TryTake or Verb.TakeFor or Verb.Give:
                ops.Add(new Op(verb, _dice.Roll(_dice.OnceIn(2) ? 1 : Script.Semaphores)));
                return 1;
            default:
                var value = verb == Verb.SpinUntil ? _dice.Roll(2) : verb == Verb.Write ? _dice.Roll(4) : 1 + _dice.Roll(3);
                ops.Add(new Op(verb, _dice.Roll(_dice.OnceIn(2) ? 1 : Script.Variables), value));
                return 1;
        }
    }

    private int WriteBlock(List<Op> ops, int me, int threads, int left, Verb verb, int inside)
    {
        // Mostly one lock, so that threads meet; inside a lock mostly the other one.
        var gate = inside >= 0 ? (_dice.OnceIn(4) ? inside : 1 - inside) : _dice.OnceIn(3) ? 1 : 0;
        var at = ops.Count;
        ops.Add(default);
        var share = 1;
        do
        {
            if (left - share <= 0) break;
            share += WriteOne(ops, me, threads, left - share, _signals || inside >= 0 ? InsideALock : _theme, gate);
        }
        while (_dice.OnceIn(2));
        ops.Add(new Op(Verb.Exit, gate));
        ops[at] = new Op(verb, gate, ops.Count - at - 1);
        return share;
    }

    private Verb Pick((Verb Verb, int Weight)[] theme)
    {
        var roll = _dice.Roll(theme.Sum(w => w.Weight));
        foreach (var (verb, weight) in theme)
        {
            if (roll < weight) return verb;
            roll -= weight;
        }

        throw new InvalidOperationException("The weights of a theme do not add up.");
    }
}
