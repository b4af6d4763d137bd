using System.Collections.Immutable;

namespace Sensei.Primitives;

/// <summary><see cref="ImmutableInterlocked"/>: read, make another, swap if nobody was faster.</summary>
[Follows(typeof(ImmutableInterlocked))]
public static class ImmutableInterlockeds
{
    /// <summary>Follows <see cref="ImmutableInterlocked.Update{T}(ref T, Func{T, T})"/>.</summary>
    public static bool Update<T>(ref T location, Func<T, T> transformer, int site)
        where T : class?
    {
        while (true)
        {
            var before = Volatiles.Load(ref location, site);
            var after = transformer(before);
            if (ReferenceEquals(before, after))
            {
                return false;
            }

            if (ReferenceEquals(Interlockeds.CompareExchange(ref location, after, before, site), before))
            {
                return true;
            }
        }
    }

    /// <summary>Follows <see cref="ImmutableInterlocked.Update{T, TArg}(ref T, Func{T, TArg, T}, TArg)"/>.</summary>
    public static bool Update<T, TArg>(ref T location, Func<T, TArg, T> transformer, TArg transformerArgument, int site)
        where T : class? =>
        Update(ref location, value => transformer(value, transformerArgument), site);
}
