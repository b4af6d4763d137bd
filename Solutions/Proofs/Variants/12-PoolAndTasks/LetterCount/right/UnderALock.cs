// M: one at a time.
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
            lock (_gate)
            {
                _total += page.Length;
            }
        })).ToArray();
        Task.WaitAll(work);
    }
}
