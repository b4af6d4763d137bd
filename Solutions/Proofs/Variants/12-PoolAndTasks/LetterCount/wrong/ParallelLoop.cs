// The loop is shared out, and so is the sum.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        Parallel.ForEach(pages, page => _total += page.Length);
    }
}
