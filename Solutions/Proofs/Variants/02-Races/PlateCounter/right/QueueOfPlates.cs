// K: a concurrent queue of plates, and its length.
using System.Collections.Concurrent;

namespace Koans.Races;

public class PlateCounter
{
    private readonly ConcurrentQueue<bool> _plates = new();

    public int Total => _plates.Count;

    public void Add()
    {
        _plates.Enqueue(true);
    }
}
