// L: every thread has a sum of its own.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private readonly ThreadLocal<int> _total = new();

    public int Total => _total.Value;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() =>
        {
            _total.Value += page.Length;
        })).ToArray();
        Task.WaitAll(work);
    }
}
