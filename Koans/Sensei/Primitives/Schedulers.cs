using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="TaskScheduler"/>, as far as .NET has some of its own: the pool's, and that of a context.</summary>
[Follows(typeof(TaskScheduler))]
public static class Schedulers
{
    /// <summary>Follows <see cref="TaskScheduler.Current"/>: work of the pool is all there is in a koan.</summary>
    public static TaskScheduler get_Current(int site) => TaskScheduler.Current;

    /// <summary>Follows <see cref="TaskScheduler.Default"/>.</summary>
    public static TaskScheduler get_Default(int site) => TaskScheduler.Default;

    /// <summary>Follows <see cref="TaskScheduler.FromCurrentSynchronizationContext"/>.</summary>
    public static TaskScheduler FromCurrentSynchronizationContext(int site) => TaskScheduler.FromCurrentSynchronizationContext();

    /// <summary>The context that a scheduler sends work to; null for the pool.</summary>
    internal static SynchronizationContext? ContextOf(Strand me, TaskScheduler? scheduler, int site)
    {
        if (scheduler is null || scheduler == TaskScheduler.Default)
        {
            return null;
        }

        if (scheduler.GetType().GetField("m_synchronizationContext", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
            ?.GetValue(scheduler) is SynchronizationContext context)
        {
            return context;
        }

        me.Run.NotFollowed($"a task on {Values.TypeName(scheduler.GetType())}", "the default scheduler", site);
        return null;
    }
}
