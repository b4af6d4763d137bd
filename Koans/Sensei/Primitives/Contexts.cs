using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="SynchronizationContext"/>. What a class of the course makes of one is its own code, and woven; the plain
/// one sends to the pool.
/// </summary>
[Follows(typeof(SynchronizationContext))]
public static class Contexts
{
    /// <summary>The context that what follows an await comes back to; null for the pool.</summary>
    internal static SynchronizationContext? Present =>
        SynchronizationContext.Current is { } context && context.GetType() != typeof(SynchronizationContext) ? context : null;

    /// <summary>Follows <see cref="SynchronizationContext.Current"/>: each thread has its own, so that looking is no step.</summary>
    public static SynchronizationContext? get_Current(int site) => SynchronizationContext.Current;

    /// <summary>Follows <see cref="SynchronizationContext.SetSynchronizationContext"/>.</summary>
    public static void SetSynchronizationContext(SynchronizationContext? syncContext, int site) =>
        SynchronizationContext.SetSynchronizationContext(syncContext);

    /// <summary>Follows <see cref="SynchronizationContext.Post"/>.</summary>
    public static void Post(SynchronizationContext target, SendOrPostCallback d, object? state, int site)
    {
        if (Strand.Current is not null && target is not null && IsPlain(target, nameof(Post)))
        {
            BaseContexts.Post(target, d, state, site);
        }
        else if (target is MessageLoop loop)
        {
            loop.Post(d, state, site);
        }
        else
        {
            target!.Post(d, state);
        }
    }

    /// <summary>Follows <see cref="SynchronizationContext.Send"/>.</summary>
    public static void Send(SynchronizationContext target, SendOrPostCallback d, object? state, int site) => target.Send(d, state);

    /// <summary>Whether .NET's own way of posting would be used, which is the real pool.</summary>
    private static bool IsPlain(SynchronizationContext context, string method) =>
        context.GetType().GetMethod(method)!.DeclaringType == typeof(SynchronizationContext);
}

/// <summary>
/// <c>base.Post</c> and <c>base.Send</c> in a context of the learner's: .NET's own way, whatever that context makes of it.
/// </summary>
public static class BaseContexts
{
    /// <summary>Sends to the pool.</summary>
    public static void Post(SynchronizationContext target, SendOrPostCallback d, object? state, int site)
    {
        if (Strand.Current is not { } me)
        {
            ThreadPool.QueueUserWorkItem(static work => work.d(work.state), (d, state), preferLocal: false);
            return;
        }

        me.Step(new Operation(site));
        var job = Jobs.Start(me, () => d(state), d, site);
        me.Run.Recorder?.Note(me, StepKind.Start, "starts {0}", job.Life, null, site);
    }

    /// <summary>Does it at once.</summary>
    public static void Send(SynchronizationContext target, SendOrPostCallback d, object? state, int site) => d(state);
}
