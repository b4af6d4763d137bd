// M: a semaphore that the tasks await.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _total;

    public int Total => _total;

    public void Count(string[] pages) => Task.WhenAll(pages.Select(Add)).Wait();

    private async Task Add(string page)
    {
        var count = await Task.Run(() => page.Length);
        await _gate.WaitAsync();
        _total += count;
        _gate.Release();
    }
}
