// Z: only our own readers come one after another.
// refused by: Three_readers_may_open_one_file
namespace Koans.PoolAndTasks;

public class Files
{
    public int[] CountLetters(string[] paths) => paths.Select(CountLetters).ToArray();

    private static int CountLetters(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Length;
    }
}
