// No thread waits for the disk.
namespace Koans.PoolAndTasks;

public class Files
{
    public int[] CountLetters(string[] paths) => Task.WhenAll(paths.Select(CountLetters)).Result;

    private static async Task<int> CountLetters(string path) => (await File.ReadAllTextAsync(path)).Length;
}
