using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using Sensei.Records;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="ManualResetValueTaskSourceCore{TResult}"/>, which is inside every method with <c>await</c> and
/// <c>yield return</c>: whoever sets it runs what waits for it.
/// </summary>
[Follows(typeof(ManualResetValueTaskSourceCore<>))]
public static class ValueTaskSources<TResult>
{
    /// <summary>Follows <see cref="ManualResetValueTaskSourceCore{TResult}.Reset"/>.</summary>
    public static void Reset(ref ManualResetValueTaskSourceCore<TResult> target, int site)
    {
        if (Strand.Current is { } me)
        {
            me.Step(new Operation(site, LocationOf(me, ref target), Access.Write));
        }

        target.Reset();
    }

    /// <summary>Follows <see cref="ManualResetValueTaskSourceCore{TResult}.SetResult"/>.</summary>
    public static void SetResult(ref ManualResetValueTaskSourceCore<TResult> target, TResult result, int site)
    {
        Complete(ref target, "completes {0}", site);
        target.SetResult(result);
    }

    /// <summary>Follows <see cref="ManualResetValueTaskSourceCore{TResult}.SetException"/>.</summary>
    public static void SetException(ref ManualResetValueTaskSourceCore<TResult> target, Exception error, int site)
    {
        Complete(ref target, "fails {0}", site);
        target.SetException(error);
    }

    /// <summary>Follows <see cref="ManualResetValueTaskSourceCore{TResult}.GetStatus"/>.</summary>
    public static ValueTaskSourceStatus GetStatus(ref ManualResetValueTaskSourceCore<TResult> target, short token, int site)
    {
        if (Strand.Current is { } me)
        {
            var location = LocationOf(me, ref target);
            me.Step(new Operation(site, location, Access.Read));
            var pending = target.GetStatus(token) == ValueTaskSourceStatus.Pending;
            me.Run.Recorder?.Note(me, StepKind.Read, pending ? "finds {0} not complete" : "finds {0} complete", location, null, site);
        }

        return target.GetStatus(token);
    }

    /// <summary>Follows <see cref="ManualResetValueTaskSourceCore{TResult}.GetResult"/>.</summary>
    public static TResult GetResult(ref ManualResetValueTaskSourceCore<TResult> target, short token, int site)
    {
        if (Strand.Current is { } me)
        {
            me.Step(new Operation(site, LocationOf(me, ref target), Access.Read));
        }

        return target.GetResult(token);
    }

    /// <summary>Follows <see cref="ManualResetValueTaskSourceCore{TResult}.OnCompleted"/>.</summary>
    public static void OnCompleted(
        ref ManualResetValueTaskSourceCore<TResult> target,
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags,
        int site)
    {
        if (Strand.Current is not { } me || continuation is null)
        {
            target.OnCompleted(continuation!, state, token, flags);
            return;
        }

        var context = flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext) ? Contexts.Present : null;
        var flow = flags.HasFlag(ValueTaskSourceOnCompletedFlags.FlowExecutionContext) ? ExecutionContext.Capture() : null;
        var mayInline = !target.RunContinuationsAsynchronously;
        void Go() => continuation(state);
        void GoOn()
        {
            if (flow is null)
            {
                Go();
            }
            else
            {
                ExecutionContext.Run(flow, static go => ((Action)go!)(), (Action)Go);
            }
        }

        var location = LocationOf(me, ref target);
        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        if (target.GetStatus(token) != ValueTaskSourceStatus.Pending)
        {
            Awaits.Resume(me, context, GoOn, mayInline: false, site);
            return;
        }

        // who goes on, and where, is decided here: the real one is left nothing but to call
        target.OnCompleted(_ => Awaits.Resume(Strand.Current!, context, GoOn, mayInline, site), null, token, ValueTaskSourceOnCompletedFlags.None);
    }

    private static void Complete(ref ManualResetValueTaskSourceCore<TResult> target, string text, int site)
    {
        if (Strand.Current is { } me)
        {
            var location = LocationOf(me, ref target);
            me.Step(new Operation(site, location, Access.Write));
            target.RunContinuationsAsynchronously = false;
            me.Run.Recorder?.Note(me, StepKind.Signal, text, location, null, site);
        }
    }

    private static Location LocationOf(Strand me, ref ManualResetValueTaskSourceCore<TResult> target)
    {
        ref var address = ref Unsafe.As<ManualResetValueTaskSourceCore<TResult>, byte>(ref target);
        return References.Find(me, ref address) ?? me.Run.StaticLocation(References.StackKey(ref address));
    }
}
