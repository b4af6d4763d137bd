using Sensei.Live;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Directory"/>, as far as live koans need somebody to clear up after them. In an explored run there are files and
/// no folders.
/// </summary>
[Follows(typeof(Directory))]
public static class Folders
{
    /// <summary>Follows <see cref="Directory.CreateTempSubdirectory"/>: the folder goes with the live run, however that ends.</summary>
    public static DirectoryInfo CreateTempSubdirectory(string? prefix, int site)
    {
        Strand.Current?.Run.NotFollowed("Directory.CreateTempSubdirectory", "a file's name alone, such as \"log.txt\"", site);
        var folder = Directory.CreateTempSubdirectory(prefix);
        LiveRun.At(site)?.WhenOver(() => Remove(folder));
        return folder;
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            Directory.Delete(folder.FullName, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // gone already; or somebody has a file of it open, on a system that minds
        }
    }
}
