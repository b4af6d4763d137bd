// I: tries again when somebody was quicker.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() =>
        {
            int before;
            do
            {
                before = Volatile.Read(ref _total);
            }
            while (Interlocked.CompareExchange(ref _total, before + page.Length, before) != before);
        })).ToArray();
        Task.WaitAll(work);
    }
}
