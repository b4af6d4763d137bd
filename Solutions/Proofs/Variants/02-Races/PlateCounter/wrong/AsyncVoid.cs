// The semaphore is right; but nobody can wait for an async void.
namespace Koans.Races;

public class PlateCounter
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _total;

    public int Total => _total;

    public async void Add()
    {
        await _gate.WaitAsync();
        _total++;
        _gate.Release();
    }
}
