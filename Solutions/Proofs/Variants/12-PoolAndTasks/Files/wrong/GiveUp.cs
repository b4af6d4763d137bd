// E: who is turned away has counted nothing.
// refused by: Three_readers_may_open_one_file
namespace Koans.PoolAndTasks;

public class Files
{
    public int[] CountLetters(string[] paths) =>
        Task.WhenAll(paths.Select(path => Task.Run(() => CountLetters(path)))).Result;

    private static int CountLetters(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
