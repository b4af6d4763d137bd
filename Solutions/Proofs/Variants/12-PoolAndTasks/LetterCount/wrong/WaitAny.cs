// Waits for one of them.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() => Interlocked.Add(ref _total, page.Length))).ToArray();
        Task.WaitAny(work);
    }
}
