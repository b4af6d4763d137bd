#pragma warning disable CS9216 // here the object is only the key under which the lock is known; nobody locks on it
using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Lock"/>, and so the <c>lock</c> statement on one.</summary>
[Follows(typeof(Lock))]
public static class Locks
{
    /// <summary>Follows <see cref="Lock.Enter"/>.</summary>
    public static void Enter(Lock target, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            target!.Enter();
            return;
        }

        var lockState = Of(me, target);
        if (lockState.Owner == me)
        {
            target.Enter();
            lockState.TookAgain();
            return;
        }

        lockState.Await(me, site);
        target.Enter();
        lockState.Took(me, target, site, GiveBack);
    }

    /// <summary>Follows <see cref="Lock.EnterScope"/>.</summary>
    public static Lock.Scope EnterScope(Lock target, int site)
    {
        Enter(target, site);
        var scope = target.EnterScope();
        target.Exit();
        Strand.Current?.Scopes.Push(target);
        return scope;
    }

    /// <summary>Follows <see cref="Lock.TryEnter()"/>.</summary>
    public static bool TryEnter(Lock target, int site) => TryEnter(target, TimeSpan.Zero, site);

    /// <summary>Follows <see cref="Lock.TryEnter(int)"/>.</summary>
    public static bool TryEnter(Lock target, int millisecondsTimeout, int site) =>
        TryEnter(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="Lock.TryEnter(TimeSpan)"/>.</summary>
    public static bool TryEnter(Lock target, TimeSpan timeout, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.TryEnter(timeout);
        }

        if (Clocks.IsForEver(timeout))
        {
            Enter(target, site);
            return true;
        }

        var lockState = Of(me, target);
        if (lockState.Owner == me)
        {
            target.Enter();
            lockState.TookAgain();
            return true;
        }

        if (!lockState.Try(me, timeout, site))
        {
            return false;
        }

        target.Enter();
        lockState.Took(me, target, site, GiveBack);
        return true;
    }

    /// <summary>Follows <see cref="Lock.Exit"/>.</summary>
    public static void Exit(Lock target, int site)
    {
        if (target is null || Strand.Current is not { } me || Of(me, target) is not { } lockState || lockState.Owner != me)
        {
            target!.Exit();
            return;
        }

        var last = lockState.Leave(me, site);
        target.Exit();
        if (last)
        {
            lockState.Left(me, target);
            me.Run.Recorder?.Note(me, StepKind.Release, "gives {0} back", lockState.Location, null, site);
        }
    }

    private static void GiveBack(object target) => ((Lock)target).Exit();

    private static Ownership Of(Strand me, Lock target) =>
        Ownership.Of(me.Run.LocationOf(target, LocationKey.State));
}

/// <summary>The scope that a <c>lock</c> statement on a <see cref="Lock"/> disposes of.</summary>
[Follows(typeof(Lock.Scope))]
public static class LockScopes
{
    /// <summary>Follows <see cref="Lock.Scope.Dispose"/>.</summary>
    public static void Dispose(ref Lock.Scope scope, int site)
    {
        if (Strand.Current is not { } me)
        {
            scope.Dispose();
        }
        else if (Unsafe.As<Lock.Scope, nint>(ref scope) != 0)
        {
            // scopes cannot leave their methods, so the last one entered is the first one left
            scope = default;
            Locks.Exit(me.Scopes.Pop(), site);
        }
    }
}
