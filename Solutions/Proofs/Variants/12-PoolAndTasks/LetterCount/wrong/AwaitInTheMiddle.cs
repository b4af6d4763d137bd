// Reads, awaits, and adds to what it has read.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages) => Task.WhenAll(pages.Select(Add)).Wait();

    private async Task Add(string page)
    {
        var before = _total;
        var count = await Task.Run(() => page.Length);
        _total = before + count;
    }
}
