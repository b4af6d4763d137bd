using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Parallel"/>. The caller works; others may come and help, and nothing promises that they do. So a loop whose
/// turns wait for each other can hang, and one whose turns touch the same things can race.
/// </summary>
[Follows(typeof(Parallel))]
public static partial class Parallels
{
    /// <summary>Follows <see cref="Parallel.For(int, int, Action{int})"/>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int> body, int site) =>
        Strand.Current is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : Share(toExclusive - fromInclusive, s_anyhow, (i, _) => body((int)(fromInclusive + i)), site);

    /// <summary>Follows <see cref="Parallel.For(int, int, ParallelOptions, Action{int})"/>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body, int site) =>
        Strand.Current is null || body is null || parallelOptions is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : Share(toExclusive - fromInclusive, parallelOptions, (i, _) => body((int)(fromInclusive + i)), site);

    /// <summary>Follows <see cref="Parallel.For(int, int, Action{int, ParallelLoopState})"/>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body, int site) =>
        Strand.Current is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : Share(toExclusive - fromInclusive, s_anyhow, (i, state) => body((int)(fromInclusive + i), state), site);

    /// <summary>Follows <see cref="Parallel.For(int, int, ParallelOptions, Action{int, ParallelLoopState})"/>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body, int site) =>
        Strand.Current is null || body is null || parallelOptions is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : Share(toExclusive - fromInclusive, parallelOptions, (i, state) => body((int)(fromInclusive + i), state), site);

    /// <summary>Follows <see cref="Parallel.For{TLocal}(int, int, Func{TLocal}, Func{int, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult For<TLocal>(
        int fromInclusive, int toExclusive, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) =>
        Strand.Current is null || localInit is null || body is null || localFinally is null
            ? Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!)
            : Share(toExclusive - fromInclusive, s_anyhow, localInit, (i, state, local) => body((int)(fromInclusive + i), state, local), localFinally, site);

    /// <summary>Follows <see cref="Parallel.For{TLocal}(int, int, ParallelOptions, Func{TLocal}, Func{int, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult For<TLocal>(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) =>
        Strand.Current is null || localInit is null || body is null || localFinally is null || parallelOptions is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, localInit!, body!, localFinally!)
            : Share(toExclusive - fromInclusive, parallelOptions, localInit, (i, state, local) => body((int)(fromInclusive + i), state, local), localFinally, site);

    /// <summary>Follows <see cref="Parallel.For(long, long, Action{long})"/>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, Action<long> body, int site) =>
        Strand.Current is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : Share(toExclusive - fromInclusive, s_anyhow, (i, _) => body(fromInclusive + i), site);

    /// <summary>Follows <see cref="Parallel.For(long, long, ParallelOptions, Action{long})"/>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body, int site) =>
        Strand.Current is null || body is null || parallelOptions is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : Share(toExclusive - fromInclusive, parallelOptions, (i, _) => body(fromInclusive + i), site);

    /// <summary>Follows <see cref="Parallel.For(long, long, Action{long, ParallelLoopState})"/>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body, int site) =>
        Strand.Current is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : Share(toExclusive - fromInclusive, s_anyhow, (i, state) => body(fromInclusive + i, state), site);

    /// <summary>Follows <see cref="Parallel.For(long, long, ParallelOptions, Action{long, ParallelLoopState})"/>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body, int site) =>
        Strand.Current is null || body is null || parallelOptions is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : Share(toExclusive - fromInclusive, parallelOptions, (i, state) => body(fromInclusive + i, state), site);

    /// <summary>Follows <see cref="Parallel.For{TLocal}(long, long, Func{TLocal}, Func{long, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult For<TLocal>(
        long fromInclusive, long toExclusive, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) =>
        Strand.Current is null || localInit is null || body is null || localFinally is null
            ? Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!)
            : Share(toExclusive - fromInclusive, s_anyhow, localInit, (i, state, local) => body(fromInclusive + i, state, local), localFinally, site);

    /// <summary>Follows <see cref="Parallel.For{TLocal}(long, long, ParallelOptions, Func{TLocal}, Func{long, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult For<TLocal>(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site) =>
        Strand.Current is null || localInit is null || body is null || localFinally is null || parallelOptions is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, localInit!, body!, localFinally!)
            : Share(toExclusive - fromInclusive, parallelOptions, localInit, (i, state, local) => body(fromInclusive + i, state, local), localFinally, site);

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource> body, int site)
    {
        if (Strand.Current is null || source is null || body is null)
        {
            return Parallel.ForEach(source!, body!);
        }

        var items = source.ToList();
        return Share(items.Count, s_anyhow, (i, _) => body(items[(int)i]), site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, int site)
    {
        if (Strand.Current is null || source is null || body is null || parallelOptions is null)
        {
            return Parallel.ForEach(source!, parallelOptions!, body!);
        }

        var items = source.ToList();
        return Share(items.Count, parallelOptions, (i, _) => body(items[(int)i]), site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource, ParallelLoopState})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState> body, int site)
    {
        if (Strand.Current is null || source is null || body is null)
        {
            return Parallel.ForEach(source!, body!);
        }

        var items = source.ToList();
        return Share(items.Count, s_anyhow, (i, state) => body(items[(int)i], state), site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource, ParallelLoopState})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body, int site)
    {
        if (Strand.Current is null || source is null || body is null || parallelOptions is null)
        {
            return Parallel.ForEach(source!, parallelOptions!, body!);
        }

        var items = source.ToList();
        return Share(items.Count, parallelOptions, (i, state) => body(items[(int)i], state), site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource, ParallelLoopState, long})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState, long> body, int site)
    {
        if (Strand.Current is null || source is null || body is null)
        {
            return Parallel.ForEach(source!, body!);
        }

        var items = source.ToList();
        return Share(items.Count, s_anyhow, (i, state) => body(items[(int)i], state, i), site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource, ParallelLoopState, long})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body, int site)
    {
        if (Strand.Current is null || source is null || body is null || parallelOptions is null)
        {
            return Parallel.ForEach(source!, parallelOptions!, body!);
        }

        var items = source.ToList();
        return Share(items.Count, parallelOptions, (i, state) => body(items[(int)i], state, i), site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, Func{TLocal}, Func{TSource, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site)
    {
        if (Strand.Current is null || source is null || localInit is null || body is null || localFinally is null)
        {
            return Parallel.ForEach(source!, localInit!, body!, localFinally!);
        }

        var items = source.ToList();
        return Share(items.Count, s_anyhow, localInit, (i, state, local) => body(items[(int)i], state, local), localFinally, site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, ParallelOptions, Func{TLocal}, Func{TSource, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, int site)
    {
        if (Strand.Current is null || source is null || localInit is null || body is null || localFinally is null || parallelOptions is null)
        {
            return Parallel.ForEach(source!, parallelOptions!, localInit!, body!, localFinally!);
        }

        var items = source.ToList();
        return Share(items.Count, parallelOptions, localInit, (i, state, local) => body(items[(int)i], state, local), localFinally, site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, Func{TLocal}, Func{TSource, ParallelLoopState, long, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, int site)
    {
        if (Strand.Current is null || source is null || localInit is null || body is null || localFinally is null)
        {
            return Parallel.ForEach(source!, localInit!, body!, localFinally!);
        }

        var items = source.ToList();
        return Share(items.Count, s_anyhow, localInit, (i, state, local) => body(items[(int)i], state, i, local), localFinally, site);
    }

    /// <summary>Follows <see cref="Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, ParallelOptions, Func{TLocal}, Func{TSource, ParallelLoopState, long, TLocal, TLocal}, Action{TLocal})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, int site)
    {
        if (Strand.Current is null || source is null || localInit is null || body is null || localFinally is null || parallelOptions is null)
        {
            return Parallel.ForEach(source!, parallelOptions!, localInit!, body!, localFinally!);
        }

        var items = source.ToList();
        return Share(items.Count, parallelOptions, localInit, (i, state, local) => body(items[(int)i], state, i, local), localFinally, site);
    }

    /// <summary>Follows <see cref="Parallel.Invoke(Action[])"/>.</summary>
    public static void Invoke(Action[] actions, int site) => Invoke(s_anyhow, actions, site);

    /// <summary>Follows <see cref="Parallel.Invoke(ParallelOptions, Action[])"/>.</summary>
    public static void Invoke(ParallelOptions parallelOptions, Action[] actions, int site)
    {
        if (Strand.Current is null || parallelOptions is null || actions is null || Array.IndexOf(actions, null) >= 0)
        {
            Parallel.Invoke(parallelOptions!, actions!);
        }
        else
        {
            Share(actions.Length, parallelOptions, (i, _) => actions[i](), site);
        }
    }
}
