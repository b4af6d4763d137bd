using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="CancellationToken"/>: looking at it is looking at its source.</summary>
[Follows(typeof(CancellationToken))]
public static class CancellationTokens
{
    /// <summary>Follows <see cref="CancellationToken.IsCancellationRequested"/>.</summary>
    public static bool get_IsCancellationRequested(ref CancellationToken target, int site)
    {
        if (Strand.Current is { } me && Cancelling.SourceOf(ref target) is { } source)
        {
            CancellationSources.Look(me, source, site);
        }

        return target.IsCancellationRequested;
    }

    /// <summary>Follows <see cref="CancellationToken.ThrowIfCancellationRequested"/>.</summary>
    public static void ThrowIfCancellationRequested(ref CancellationToken target, int site)
    {
        get_IsCancellationRequested(ref target, site);
        target.ThrowIfCancellationRequested();
    }

    /// <summary>Follows <see cref="CancellationToken.WaitHandle"/>.</summary>
    public static WaitHandle get_WaitHandle(ref CancellationToken target, int site)
    {
        var token = target;
        return Shown.Of(
            target.WaitHandle,
            Strand.Current is { } me ? Cancelling.LocationOf(me, target) : null,
            () => token.IsCancellationRequested,
            "finds {0} cancelled");
    }

    /// <summary>Follows <see cref="CancellationToken.Register(Action)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken target, Action callback, int site) =>
        callback is null ? target.Register(callback!) : Register(target, callback, flow: true, site);

    /// <summary>Follows <see cref="CancellationToken.Register(Action, bool)"/>.</summary>
    public static CancellationTokenRegistration Register(
        ref CancellationToken target, Action callback, bool useSynchronizationContext, int site) => Register(ref target, callback, site);

    /// <summary>Follows <see cref="CancellationToken.Register(Action{object?}, object?)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken target, Action<object?> callback, object? state, int site) =>
        callback is null ? target.Register(callback!, state) : Register(target, () => callback(state), flow: true, site);

    /// <summary>Follows <see cref="CancellationToken.Register(Action{object?}, object?, bool)"/>.</summary>
    public static CancellationTokenRegistration Register(
        ref CancellationToken target, Action<object?> callback, object? state, bool useSynchronizationContext, int site) =>
        Register(ref target, callback, state, site);

    /// <summary>Follows <see cref="CancellationToken.Register(Action{object?, CancellationToken}, object?)"/>.</summary>
    public static CancellationTokenRegistration Register(
        ref CancellationToken target, Action<object?, CancellationToken> callback, object? state, int site)
    {
        var token = target;
        return callback is null ? target.Register(callback!, state) : Register(target, () => callback(state, token), flow: true, site);
    }

    /// <summary>Follows <see cref="CancellationToken.UnsafeRegister(Action{object?}, object?)"/>.</summary>
    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken target, Action<object?> callback, object? state, int site) =>
        callback is null ? target.UnsafeRegister(callback!, state) : Register(target, () => callback(state), flow: false, site);

    /// <summary>Follows <see cref="CancellationToken.UnsafeRegister(Action{object?, CancellationToken}, object?)"/>.</summary>
    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken target, Action<object?, CancellationToken> callback, object? state, int site)
    {
        var token = target;
        return callback is null ? target.UnsafeRegister(callback!, state) : Register(target, () => callback(state, token), flow: false, site);
    }

    private static CancellationTokenRegistration Register(CancellationToken token, Action body, bool flow, int site)
    {
        if (Strand.Current is not { } me || Cancelling.LocationOf(me, token) is not { } location)
        {
            return token.Register(body);
        }

        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        me.Run.NoteEffect(me);
        var callback = new Callback(body, me.Run);
        var registration = Cancelling.Register(callback, location, token, flow);
        if (registration != default)
        {
            Callbacks.Of(location).Add(registration, callback);
        }

        return registration;
    }
}

/// <summary><see cref="CancellationTokenRegistration"/>: being rid of a callback.</summary>
[Follows(typeof(CancellationTokenRegistration))]
public static class CancellationRegistrations
{
    /// <summary>Follows <see cref="CancellationTokenRegistration.Dispose"/>: waits while another thread runs the callback.</summary>
    public static void Dispose(ref CancellationTokenRegistration target, int site)
    {
        if (Strand.Current is { } me && Cancelling.LocationOf(me, target.Token) is { } location)
        {
            Remove(me, location, target, Callbacks.Of(location).Find(target), site);
        }
        else
        {
            target.Dispose();
        }
    }

    /// <summary>Follows <see cref="CancellationTokenRegistration.Unregister"/>.</summary>
    public static bool Unregister(ref CancellationTokenRegistration target, int site) =>
        Strand.Current is { } me && Cancelling.LocationOf(me, target.Token) is { } location
            ? Remove(me, location, target, null, site)
            : target.Unregister();

    /// <summary>Follows <see cref="CancellationTokenRegistration.DisposeAsync"/>: complete when the callback is not running.</summary>
    public static ValueTask DisposeAsync(ref CancellationTokenRegistration target, int site)
    {
        if (Strand.Current is not { } me || Cancelling.LocationOf(me, target.Token) is not { } location)
        {
            return target.DisposeAsync();
        }

        if (Remove(me, location, target, null, site) || Callbacks.Of(location).Find(target) is not { } callback)
        {
            return default;
        }

        var source = new TaskCompletionSource();
        var state = TaskState.Of(me.Run, source.Task);
        Jobs.Start(
            me,
            () =>
            {
                Strand.Current!.Step(new Operation(site, callback.Location, Access.Read, callback));
                state.Complete(Strand.Current!, source.SetResult, site);
            },
            null,
            site);
        return new ValueTask(source.Task);
    }

    private static bool Remove(Strand me, Location location, CancellationTokenRegistration registration, Callback? awaited, int site)
    {
        me.Step(new Operation(site, location, Access.Write, awaited)
        {
            Second = awaited?.Location,
            SecondAccess = Access.Read,
            KeepsVersion = true,
        });
        var callbacks = Callbacks.Of(location);
        if (!registration.Unregister() && !(callbacks.Find(registration) is { } callback && callbacks.Later.Remove(callback)))
        {
            return false;
        }

        me.Run.NoteEffect(me);
        return true;
    }
}
