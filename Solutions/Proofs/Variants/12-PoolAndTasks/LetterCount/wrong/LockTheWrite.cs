// W: the sum is made outside of the lock.
// refused by: The_pool_does_not_make_you_thread_safe
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;
    private readonly Lock _gate = new();

    public int Total => _total;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() =>
        {
            var total = _total + page.Length;
            lock (_gate)
            {
                _total = total;
            }
        })).ToArray();
        Task.WaitAll(work);
    }
}
