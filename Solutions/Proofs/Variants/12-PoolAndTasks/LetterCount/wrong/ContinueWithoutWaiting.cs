// Each sum follows its count, and only the counts are waited for.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() => page.Length)).ToArray();
        foreach (var count in work)
        {
            count.ContinueWith(counted => Interlocked.Add(ref _total, counted.Result));
        }

        Task.WaitAll(work);
    }
}
