// Counts the cooks of this koan and not the plates.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => Math.Max(_total, 2);

    public void Add() => _total++;
}
