using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// A buffer of one place, with as many who put as who take. All wait on one lock, and each wakes one: that one may be of its
/// own kind, finds nothing to do, and the one who could go on sleeps for ever. The corrected buffer wakes all.
/// </summary>
internal sealed class BoundedBuffer
{
    private readonly object _gate = new();
    private int? _place;

    public static string Buggy(int pairs) => new BoundedBuffer().Run(Monitor.Pulse, pairs);

    public static string Corrected(int pairs) => new BoundedBuffer().Run(Monitor.PulseAll, pairs);

    private string Run(Action<object> wake, int pairs)
    {
        var all = new ThreadStart[2 * pairs];
        for (var i = 0; i < pairs; i++)
        {
            var item = i;
            all[i] = () => Take(wake);
            all[pairs + i] = () => Put(item, wake);
        }

        Crew.Together(all);
        return "fine";
    }

    private void Put(int item, Action<object> wake)
    {
        lock (_gate)
        {
            while (_place is not null) Monitor.Wait(_gate);
            _place = item;
            wake(_gate);
        }
    }

    private void Take(Action<object> wake)
    {
        lock (_gate)
        {
            while (_place is null) Monitor.Wait(_gate);
            _place = null;
            wake(_gate);
        }
    }
}
