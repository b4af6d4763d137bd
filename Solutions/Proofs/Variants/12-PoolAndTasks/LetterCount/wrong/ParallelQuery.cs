// A parallel query shares the pages out, and they share the sum.
// refused by: The_pool_does_not_make_you_thread_safe
// not followed yet
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages) => pages.AsParallel().ForAll(page => _total += page.Length);
}
