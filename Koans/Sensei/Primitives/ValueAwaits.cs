using System.Runtime.CompilerServices;

namespace Sensei.Primitives;

/// <summary>Awaiters of a <see cref="ValueTask"/>.</summary>
[Follows(typeof(ValueTaskAwaiter))]
public static class ValueTaskAwaiters
{
    /// <summary>Follows <see cref="ValueTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ValueTaskAwaiter target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="ValueTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ValueTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        target.GetResult();
    }

    /// <summary>Follows <see cref="ValueTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ValueTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="ValueTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ValueTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}

/// <summary>Awaiters of a <see cref="ValueTask{TResult}"/>.</summary>
[Follows(typeof(ValueTaskAwaiter<>))]
public static class ValueTaskAwaiters<TResult>
{
    /// <summary>Follows <see cref="ValueTaskAwaiter{TResult}.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ValueTaskAwaiter<TResult> target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="ValueTaskAwaiter{TResult}.GetResult"/>.</summary>
    public static TResult GetResult(ref ValueTaskAwaiter<TResult> target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        return target.GetResult();
    }

    /// <summary>Follows <see cref="ValueTaskAwaiter{TResult}.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ValueTaskAwaiter<TResult> target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="ValueTaskAwaiter{TResult}.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ValueTaskAwaiter<TResult> target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}

/// <summary>Awaiters of a <see cref="ValueTask"/> after ConfigureAwait.</summary>
[Follows(typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter))]
public static class ConfiguredValueTaskAwaiters
{
    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        target.GetResult();
    }

    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}

/// <summary>Awaiters of a <see cref="ValueTask{TResult}"/> after ConfigureAwait.</summary>
[Follows(typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter))]
public static class ConfiguredValueTaskAwaiters<TResult>
{
    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.GetResult"/>.</summary>
    public static TResult GetResult(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        return target.GetResult();
    }

    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}
