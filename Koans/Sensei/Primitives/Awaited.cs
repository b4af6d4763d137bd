using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// What the awaiters of .NET's own stand for: a task, a source, or nothing any more; and whether the method wants to
/// come back to where it was.
/// </summary>
/// <typeparam name="TAwaiter">The type of the awaiter.</typeparam>
internal abstract class Awaited<TAwaiter>
{
    /// <summary>Null for an awaiter that is not .NET's own for tasks.</summary>
    internal static Awaited<TAwaiter>? Known { get; } = Find();

    /// <summary>Whether an awaiter was made by the code under test, and so is woven like it.</summary>
    internal static bool IsWoven { get; } = Twin.IsTwin(typeof(TAwaiter).Assembly);

    /// <summary>A <see cref="Task"/>, an <see cref="IValueTaskSource"/>, or null where there is nothing to wait for.</summary>
    internal abstract object? SourceOf(ref TAwaiter awaiter);

    /// <summary>Whether what follows the await belongs on the present <see cref="SynchronizationContext"/>.</summary>
    internal virtual bool ComesBack(ref TAwaiter awaiter) => true;

    private static Awaited<TAwaiter>? Find()
    {
        var type = typeof(TAwaiter);
        var arguments = type.GetGenericArguments();
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var known = definition switch
        {
            _ when definition == typeof(TaskAwaiter) => typeof(AwaitedTask),
            _ when definition == typeof(TaskAwaiter<>) => typeof(AwaitedTask<>),
            _ when definition == typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter) => typeof(AwaitedConfiguredTask),
            _ when definition == typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter) => typeof(AwaitedConfiguredTask<>),
            _ when definition == typeof(ValueTaskAwaiter) => typeof(AwaitedValueTask),
            _ when definition == typeof(ValueTaskAwaiter<>) => typeof(AwaitedValueTask<>),
            _ when definition == typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter) => typeof(AwaitedConfiguredValueTask),
            _ when definition == typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter) => typeof(AwaitedConfiguredValueTask<>),
            _ => null,
        };
        known = known is { IsGenericTypeDefinition: true } ? known.MakeGenericType(arguments) : known;
        return known is null ? null : (Awaited<TAwaiter>)Activator.CreateInstance(known, nonPublic: true)!;
    }
}

/// <summary>A task's.</summary>
internal sealed class AwaitedTask : Awaited<TaskAwaiter>
{
    internal override object? SourceOf(ref TaskAwaiter awaiter) => TaskOf(ref awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref readonly Task TaskOf(ref TaskAwaiter awaiter);
}

/// <summary>Of a task with a result.</summary>
internal sealed class AwaitedTask<TResult> : Awaited<TaskAwaiter<TResult>>
{
    internal override object? SourceOf(ref TaskAwaiter<TResult> awaiter) => TaskOf(ref awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref readonly Task<TResult> TaskOf(ref TaskAwaiter<TResult> awaiter);
}

/// <summary>After ConfigureAwait.</summary>
internal sealed class AwaitedConfiguredTask : Awaited<ConfiguredTaskAwaitable.ConfiguredTaskAwaiter>
{
    internal override object? SourceOf(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter) => TaskOf(ref awaiter);

    internal override bool ComesBack(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter) =>
        OptionsOf(ref awaiter).HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref readonly Task TaskOf(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_options")]
    private static extern ref readonly ConfigureAwaitOptions OptionsOf(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter);
}

/// <summary>Of a task with a result, after ConfigureAwait.</summary>
internal sealed class AwaitedConfiguredTask<TResult> : Awaited<ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter>
{
    internal override object? SourceOf(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter) => TaskOf(ref awaiter);

    internal override bool ComesBack(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter) =>
        OptionsOf(ref awaiter).HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref readonly Task<TResult> TaskOf(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_options")]
    private static extern ref readonly ConfigureAwaitOptions OptionsOf(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter);
}

/// <summary>Of a <see cref="ValueTask"/>.</summary>
internal sealed class AwaitedValueTask : Awaited<ValueTaskAwaiter>
{
    internal override object? SourceOf(ref ValueTaskAwaiter awaiter) => Inside.SourceOf(ref Unsafe.AsRef(in ValueOf(ref awaiter)));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref readonly ValueTask ValueOf(ref ValueTaskAwaiter awaiter);
}

/// <summary>Of a <see cref="ValueTask{TResult}"/>.</summary>
internal sealed class AwaitedValueTask<TResult> : Awaited<ValueTaskAwaiter<TResult>>
{
    internal override object? SourceOf(ref ValueTaskAwaiter<TResult> awaiter) =>
        Inside<TResult>.SourceOf(ref Unsafe.AsRef(in ValueOf(ref awaiter)));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref readonly ValueTask<TResult> ValueOf(ref ValueTaskAwaiter<TResult> awaiter);
}

/// <summary>Of a <see cref="ValueTask"/> after ConfigureAwait.</summary>
internal sealed class AwaitedConfiguredValueTask : Awaited<ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter>
{
    internal override object? SourceOf(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter) =>
        Inside.SourceOf(ref Unsafe.AsRef(in ValueOf(ref awaiter)));

    internal override bool ComesBack(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter) =>
        Inside.ComesBack(ref Unsafe.AsRef(in ValueOf(ref awaiter)));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref readonly ValueTask ValueOf(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter);
}

/// <summary>Of a <see cref="ValueTask{TResult}"/> after ConfigureAwait.</summary>
internal sealed class AwaitedConfiguredValueTask<TResult> : Awaited<ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter>
{
    internal override object? SourceOf(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter awaiter) =>
        Inside<TResult>.SourceOf(ref Unsafe.AsRef(in ValueOf(ref awaiter)));

    internal override bool ComesBack(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter awaiter) =>
        Inside<TResult>.ComesBack(ref Unsafe.AsRef(in ValueOf(ref awaiter)));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref readonly ValueTask<TResult> ValueOf(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter awaiter);
}

/// <summary>What is inside a <see cref="ValueTask"/>.</summary>
internal static class Inside
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    internal static extern ref readonly object? SourceOf(ref ValueTask task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    internal static extern ref readonly bool ComesBack(ref ValueTask task);
}

/// <summary>What is inside a <see cref="ValueTask{TResult}"/>.</summary>
internal static class Inside<TResult>
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    internal static extern ref readonly object? SourceOf(ref ValueTask<TResult> task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    internal static extern ref readonly bool ComesBack(ref ValueTask<TResult> task);
}
