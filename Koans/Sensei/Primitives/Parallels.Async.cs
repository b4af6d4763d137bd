using System.Numerics;
using Sensei.Running;

namespace Sensei.Primitives;

/// <content>Loops whose turns are async.</content>
public static partial class Parallels
{
    /// <summary>Follows <see cref="Parallel.ForAsync{T}(T, T, Func{T, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForAsync<T>(T fromInclusive, T toExclusive, Func<T, CancellationToken, ValueTask> body, int site)
        where T : notnull, IBinaryInteger<T> =>
        Strand.Current is null || body is null || fromInclusive is null || toExclusive is null
            ? Parallel.ForAsync(fromInclusive!, toExclusive!, body!)
            : AsyncLoop<T>.Begin(Loops.Range(fromInclusive, toExclusive), s_anyhow, CancellationToken.None, body, site);

    /// <summary>Follows <see cref="Parallel.ForAsync{T}(T, T, CancellationToken, Func{T, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForAsync<T>(T fromInclusive, T toExclusive, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body, int site)
        where T : notnull, IBinaryInteger<T> =>
        Strand.Current is null || body is null || fromInclusive is null || toExclusive is null
            ? Parallel.ForAsync(fromInclusive!, toExclusive!, cancellationToken, body!)
            : AsyncLoop<T>.Begin(Loops.Range(fromInclusive, toExclusive), s_anyhow, cancellationToken, body, site);

    /// <summary>Follows <see cref="Parallel.ForAsync{T}(T, T, ParallelOptions, Func{T, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForAsync<T>(T fromInclusive, T toExclusive, ParallelOptions parallelOptions, Func<T, CancellationToken, ValueTask> body, int site)
        where T : notnull, IBinaryInteger<T> =>
        Strand.Current is null || body is null || fromInclusive is null || toExclusive is null || parallelOptions is null
            ? Parallel.ForAsync(fromInclusive!, toExclusive!, parallelOptions!, body!)
            : AsyncLoop<T>.Begin(Loops.Range(fromInclusive, toExclusive), parallelOptions, parallelOptions.CancellationToken, body, site);

    /// <summary>Follows <see cref="Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, Func{TSource, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, int site) =>
        Strand.Current is null || body is null || source is null
            ? Parallel.ForEachAsync(source!, body!)
            : AsyncLoop<TSource>.Begin(Loops.Of(source), s_anyhow, CancellationToken.None, body, site);

    /// <summary>Follows <see cref="Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, CancellationToken, Func{TSource, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body, int site) =>
        Strand.Current is null || body is null || source is null
            ? Parallel.ForEachAsync(source!, cancellationToken, body!)
            : AsyncLoop<TSource>.Begin(Loops.Of(source), s_anyhow, cancellationToken, body, site);

    /// <summary>Follows <see cref="Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, ParallelOptions, Func{TSource, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body, int site) =>
        Strand.Current is null || body is null || source is null || parallelOptions is null
            ? Parallel.ForEachAsync(source!, parallelOptions!, body!)
            : AsyncLoop<TSource>.Begin(Loops.Of(source), parallelOptions, parallelOptions.CancellationToken, body, site);

    /// <summary>Follows <see cref="Parallel.ForEachAsync{TSource}(IAsyncEnumerable{TSource}, Func{TSource, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, int site) =>
        Strand.Current is null || body is null || source is null
            ? Parallel.ForEachAsync(source!, body!)
            : AsyncLoop<TSource>.Begin(source, s_anyhow, CancellationToken.None, body, site);

    /// <summary>Follows <see cref="Parallel.ForEachAsync{TSource}(IAsyncEnumerable{TSource}, CancellationToken, Func{TSource, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body, int site) =>
        Strand.Current is null || body is null || source is null
            ? Parallel.ForEachAsync(source!, cancellationToken, body!)
            : AsyncLoop<TSource>.Begin(source, s_anyhow, cancellationToken, body, site);

    /// <summary>Follows <see cref="Parallel.ForEachAsync{TSource}(IAsyncEnumerable{TSource}, ParallelOptions, Func{TSource, CancellationToken, ValueTask})"/>.</summary>
    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body, int site) =>
        Strand.Current is null || body is null || source is null || parallelOptions is null
            ? Parallel.ForEachAsync(source!, parallelOptions!, body!)
            : AsyncLoop<TSource>.Begin(source, parallelOptions, parallelOptions.CancellationToken, body, site);
}
