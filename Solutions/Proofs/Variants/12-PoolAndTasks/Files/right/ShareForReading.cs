// Others may read.
namespace Koans.PoolAndTasks;

public class Files
{
    public int[] CountLetters(string[] paths) =>
        Task.WhenAll(paths.Select(path => Task.Run(() => CountLetters(path)))).Result;

    private static int CountLetters(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Length;
    }
}
