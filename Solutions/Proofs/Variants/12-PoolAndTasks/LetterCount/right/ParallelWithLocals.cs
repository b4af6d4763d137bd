// A: each part of a parallel loop counts alone and adds once.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages) => Parallel.ForEach(
        pages,
        () => 0,
        (page, _, sum) => sum + page.Length,
        sum => Interlocked.Add(ref _total, sum));
}
