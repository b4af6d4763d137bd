// A: one adds up what comes, as it comes.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages) => CountAsync(pages).GetAwaiter().GetResult();

    private async Task CountAsync(string[] pages)
    {
        await foreach (var count in Task.WhenEach(pages.Select(page => Task.Run(() => page.Length))))
        {
            _total += await count;
        }
    }
}
