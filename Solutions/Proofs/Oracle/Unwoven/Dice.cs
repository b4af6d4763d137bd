namespace Proofs.Oracle.Unwoven;

/// <summary>Numbers that look random and are the same on every machine and in every version of .NET (SplitMix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 up to, but not including, <paramref name="sides"/>.</summary>
    public int Roll(int sides)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)sides);
    }

    /// <summary>True once in <paramref name="times"/>.</summary>
    public bool OnceIn(int times) => Roll(times) == 0;
}
