// The pool counts, one at a time, and nobody waits for it.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add() => Task.Run(() => Interlocked.Increment(ref _total));
}
