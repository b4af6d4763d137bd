// A: the tasks give their counts, and one adds them up.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        _total = Task.WhenAll(pages.Select(page => Task.Run(() => page.Length))).Result.Sum();
    }
}
