// K: AddOrUpdate tries again until nobody came in between.
using System.Collections.Concurrent;

namespace Koans.Races;

public class PlateCounter
{
    private readonly ConcurrentDictionary<string, int> _totals = new();

    public int Total => _totals.GetValueOrDefault("plates");

    public void Add() => _totals.AddOrUpdate("plates", 1, (_, total) => total + 1);
}
