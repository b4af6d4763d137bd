namespace Proofs.Oracle.Unwoven;

/// <summary>
/// A second opinion: the meaning of scripts written down as transitions between states, without a thread or a lock of
/// .NET and without anything of Sensei. Every state that can be reached is looked at once, so nothing can be missed.
/// </summary>
internal sealed class Model
{
    private readonly Script _script;
    private readonly int _mostStates;
    private readonly Dictionary<string, double> _orders = [];

    private Model(Script script, int mostStates)
    {
        _script = script;
        _mostStates = mostStates;
    }

    /// <summary>Every reachable outcome, in the words of the machine and the judge.</summary>
    public HashSet<string> Reached { get; } = [];

    /// <summary>The number of orders of single steps, which may be huge.</summary>
    public double Orders { get; private set; }

    /// <summary>False when there were too many states to look at them all.</summary>
    public bool Complete => _orders.Count < _mostStates;

    /// <summary>Looks at every state of a script, up to a number of them.</summary>
    public static Model Of(Script script, int mostStates = 100_000)
    {
        var model = new Model(script, mostStates);
        model.Orders = model.Visit(new State(script));
        return model;
    }

    private double Visit(State state)
    {
        var key = state.Key();
        if (_orders.TryGetValue(key, out var known)) return known;
        if (!Complete) return 0;

        double orders = 0;
        if (!state.IsOver)
        {
            for (var t = 0; t < _script.Threads; t++)
            {
                foreach (var next in state.Steps(t)) orders += Visit(next);
            }

            foreach (var next in state.Ticks()) orders += Visit(next);
        }

        if (orders == 0)
        {
            Reached.Add(state.Ending());
            orders = 1;
        }

        return _orders[key] = orders;
    }
}
