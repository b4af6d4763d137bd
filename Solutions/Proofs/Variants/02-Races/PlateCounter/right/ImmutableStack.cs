// F: a stack that nobody changes, swapped only if nobody else has swapped it.
using System.Collections.Immutable;

namespace Koans.Races;

public class PlateCounter
{
    private ImmutableStack<int> _plates = [];

    public int Total => _plates.Count();

    public void Add() => ImmutableInterlocked.Push(ref _plates, 1);
}
