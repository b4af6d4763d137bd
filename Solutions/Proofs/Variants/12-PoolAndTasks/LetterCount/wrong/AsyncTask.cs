// The method returns a task now, and who calls it does not know.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public async Task Count(string[] pages)
    {
        var counts = await Task.WhenAll(pages.Select(page => Task.Run(() => page.Length)));
        _total += counts.Sum();
    }
}
