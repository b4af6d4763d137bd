namespace Koans.PoolAndTasks;

// Counts the letters of a menu, each page in a task of its own. No letter is lost.
public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        var work = pages.Select(page => Task.Run(() => Interlocked.Add(ref _total, page.Length))).ToArray();
        Task.WaitAll(work);
    }
}
