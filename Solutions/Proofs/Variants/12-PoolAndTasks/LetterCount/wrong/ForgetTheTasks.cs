// I: added up rightly, but nobody waits.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        foreach (var page in pages)
        {
            Task.Run(() => Interlocked.Add(ref _total, page.Length));
        }
    }
}
