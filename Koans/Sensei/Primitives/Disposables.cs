using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="IDisposable"/>: the end of a <c>using</c>, which does not say whom it disposes of.</summary>
[Follows(typeof(IDisposable))]
public static class Disposables
{
    /// <summary>Follows <see cref="IDisposable.Dispose"/>.</summary>
    public static void Dispose(IDisposable target, int site)
    {
        switch (target)
        {
            case Timer timer:
                Timers.Dispose(timer, site);
                break;
            case PeriodicTimer timer:
                PeriodicTimers.Dispose(timer, site);
                break;
            case CancellationTokenSource source:
                CancellationSources.Dispose(source, site);
                break;
            case SemaphoreSlim semaphore:
                SemaphoreSlims.Dispose(semaphore, site);
                break;
            case ManualResetEventSlim gate:
                ManualResetEventSlims.Dispose(gate, site);
                break;
            case CountdownEvent countdown:
                CountdownEvents.Dispose(countdown, site);
                break;
            case Barrier barrier:
                Barriers.Dispose(barrier, site);
                break;
            case ReaderWriterLockSlim rwLock:
                ReaderWriterLocks.Dispose(rwLock, site);
                break;
            case WaitHandle handle:
                WaitHandles.Dispose(handle, site);
                break;
            case TextWriter or TextReader or Stream:
                Weaving.CollectionProbes.Tear(target, nameof(Dispose), site);
                target.Dispose();
                break;
            default:
                Unknown(target, site);
                break;
        }
    }

    /// <summary>The step before something is disposed of that keeps no books of its own here.</summary>
    internal static void Step(object target, int site)
    {
        if (Strand.Current is { } me)
        {
            me.Step(new Operation(site, me.Run.LocationOf(target, LocationKey.State), Access.Write) { KeepsVersion = true });
        }
    }

    private static void Unknown(IDisposable target, int site)
    {
        var type = target.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(BlockingCollection<>))
        {
            typeof(BlockingCollections<>).MakeGenericType(type.GetGenericArguments())
                .GetMethod(nameof(Dispose))!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [target, site], null);
            return;
        }

        if (Strand.Current is { } me && !(target is IEnumerator && type.Namespace is { } space && space.StartsWith("System.", StringComparison.Ordinal)))
        {
            // whatever it does, it may be what a loop goes round for
            me.Spinning.Effects++;
        }

        target.Dispose();
    }
}

/// <summary><see cref="IAsyncDisposable"/>: the end of an <c>await using</c>.</summary>
[Follows(typeof(IAsyncDisposable))]
public static class AsyncDisposables
{
    /// <summary>Follows <see cref="IAsyncDisposable.DisposeAsync"/>.</summary>
    public static ValueTask DisposeAsync(IAsyncDisposable target, int site)
    {
        if (target is TextWriter or Stream)
        {
            Weaving.CollectionProbes.Tear(target, nameof(DisposeAsync), site);
        }

        return target is Timer timer ? Timers.DisposeAsync(timer, site) : target.DisposeAsync();
    }
}
