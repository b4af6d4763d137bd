namespace Sensei.Path;

/// <summary>
/// One run along the path: which koans were met so far, and whether it has come to the first that is not.
/// It belongs to the run and not to the process, since an IDE may run tests many times in one process.
/// </summary>
public sealed class Walk
{
    private readonly bool _toTheEnd = Environment.GetEnvironmentVariable("KOANS") == "all";

    /// <summary>True when a koan was not met, so that those after it are left alone. Never with KOANS=all.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>How many koans were met in this run.</summary>
    public int Met { get; private set; }

    /// <summary>The koan that was met last, or null where there is none.</summary>
    public Station? Last { get; private set; }

    /// <summary>Takes down that a koan was met.</summary>
    /// <param name="station">The koan.</param>
    public void Pass(Station station)
    {
        Met++;
        Last = station;
    }

    /// <summary>Takes down that a koan was not met.</summary>
    public void Stop()
    {
        HasEnded = !_toTheEnd;
    }
}
