// M: async inside, and waited for at the edge.
namespace Koans.Races;

public class PlateCounter
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _total;

    public int Total => _total;

    public void Add() => AddAsync().GetAwaiter().GetResult();

    private async Task AddAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _total++;
        }
        finally
        {
            _gate.Release();
        }
    }
}
