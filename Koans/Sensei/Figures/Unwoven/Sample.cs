namespace Figures.Unwoven;

/// <summary>Times of the same thing, measured again and again.</summary>
internal sealed class Sample
{
    private readonly List<TimeSpan> _times = [];

    internal TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

    internal TimeSpan Best => _times.Min();

    internal void Add(TimeSpan time) => _times.Add(time);
}
