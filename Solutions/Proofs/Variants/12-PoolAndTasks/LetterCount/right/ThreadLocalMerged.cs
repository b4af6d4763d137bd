// L: every thread has a sum of its own, and Total adds all of them up.
namespace Koans.PoolAndTasks;

public class LetterCount
{
    private readonly ThreadLocal<int> _sum = new(trackAllValues: true);

    public int Total => _sum.Values.Sum();

    public void Count(string[] pages) => Task.WaitAll([.. pages.Select(page => Task.Run(() => _sum.Value += page.Length))]);
}
