// The short way to say it.
namespace Koans.PoolAndTasks;

public class Files
{
    public int[] CountLetters(string[] paths) =>
        Task.WhenAll(paths.Select(path => Task.Run(() => CountLetters(path)))).Result;

    private static int CountLetters(string path)
    {
        using var reader = new StreamReader(File.OpenRead(path));
        return reader.ReadToEnd().Length;
    }
}
