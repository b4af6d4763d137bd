// Tasks, all of them, and waited for at the edge.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch) =>
        Task.WhenAll(files.Select(file => Task.Run(() => fetch(file)))).GetAwaiter().GetResult();

    public void DownloadAlbum(int photos, Action<string> fetch) =>
        DownloadAll([.. Enumerable.Range(1, photos).Select(number => $"photo {number}")], fetch);
}
