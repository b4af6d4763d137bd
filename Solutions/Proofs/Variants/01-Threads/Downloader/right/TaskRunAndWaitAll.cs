// The same with tasks.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        Task.WaitAll(files.Select(file => Task.Run(() => fetch(file))).ToArray());
    }

    // The photos of an album are numbered: photo 1, photo 2 and so on.
    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        Task.WaitAll(Enumerable.Range(1, photos).Select(number => Task.Run(() => fetch($"photo {number}"))).ToArray());
    }
}
