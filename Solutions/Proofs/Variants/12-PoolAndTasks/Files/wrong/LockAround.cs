// A lock keeps only those away who take it.
// refused by: Three_readers_may_open_one_file
namespace Koans.PoolAndTasks;

public class Files
{
    private static readonly Lock s_file = new();

    public int[] CountLetters(string[] paths) =>
        Task.WhenAll(paths.Select(path => Task.Run(() => CountLetters(path)))).Result;

    private static int CountLetters(string path)
    {
        lock (s_file)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Length;
        }
    }
}
