using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Weaving;

/// <summary>
/// Fields with <see cref="ThreadStaticAttribute"/>: one value per learner's thread. Pooled threads have had others before.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadStatics
{
    [ThreadStatic]
    private static Dictionary<int, object>? t_outside;

    [ThreadStatic]
    private static int t_epoch;

    /// <summary>The thread's own place of the field.</summary>
    public static ref T Own<T>(int site)
    {
        var values = Strand.Current?.ThreadStatics ?? Outside();
        var field = SiteTable.Shared[site].Field!.Id;
        if (!values.TryGetValue(field, out var box))
        {
            values[field] = box = new StrongBox<T>(default!);
        }

        return ref ((StrongBox<T>)box).Value!;
    }

    /// <summary>What a real thread has in this run; it may be one of the pool's and have been in others.</summary>
    private static Dictionary<int, object> Outside()
    {
        var epoch = Live.LiveRun.EpochHere();
        if (t_outside is null || t_epoch != epoch)
        {
            (t_outside, t_epoch) = ([], epoch);
        }

        return t_outside;
    }
}
