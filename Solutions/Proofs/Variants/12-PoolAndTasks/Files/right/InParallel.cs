// The pages are shared out.
namespace Koans.PoolAndTasks;

public class Files
{
    public int[] CountLetters(string[] paths)
    {
        var letters = new int[paths.Length];
        Parallel.For(0, paths.Length, i => letters[i] = File.ReadAllText(paths[i]).Length);
        return letters;
    }
}
