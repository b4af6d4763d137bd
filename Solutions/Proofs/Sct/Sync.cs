using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>One fills what the other empties, each waiting for its turn. Full at first, it is full in the end: not empty.</summary>
internal sealed class Sync
{
    private readonly object _gate = new();
    private int _number = 1;

    public static string Buggy() => Run(expected: 0);

    public static string Corrected() => Run(expected: 1);

    private static string Run(int expected)
    {
        var it = new Sync();
        Crew.Together(it.Fill, it.Empty);
        return it._number == expected ? "fine" : "bug";
    }

    private void Fill()
    {
        lock (_gate)
        {
            while (_number > 0) Monitor.Wait(_gate);
            _number++;
            Monitor.Pulse(_gate);
        }
    }

    private void Empty()
    {
        lock (_gate)
        {
            while (_number == 0) Monitor.Wait(_gate);
            _number--;
            Monitor.Pulse(_gate);
        }
    }
}
