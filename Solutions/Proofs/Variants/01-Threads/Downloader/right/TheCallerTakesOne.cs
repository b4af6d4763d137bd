// The caller downloads the last file itself, while the others are under way on threads of their own.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var threads = files.SkipLast(1).Select(file => new Thread(() => fetch(file)) { Name = file }).ToList();
        threads.ForEach(thread => thread.Start());
        fetch(files[^1]);
        threads.ForEach(thread => thread.Join());
    }

    public void DownloadAlbum(int photos, Action<string> fetch) =>
        DownloadAll([.. Enumerable.Range(1, photos).Select(number => $"photo {number}")], fetch);
}
