// V: each read and each write is seen, and in between somebody else comes.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private volatile int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() =>
        {
            _total += page.Length;
        })).ToArray();
        Task.WaitAll(work);
    }
}
