// Each helper counts alone and adds once.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private int _total;

    public int Total => _total;

    public void Count(string[] pages)
    {
        Parallel.For(
            0,
            pages.Length,
            () => 0,
            (i, _, letters) => letters + pages[i].Length,
            letters => Interlocked.Add(ref _total, letters));
    }
}
