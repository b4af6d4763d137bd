// Z: the photos come one after the other, and no thread at all is made for them.
// refused by: Every_thread_downloads_its_own_file
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var threads = files.Select(file => new Thread(() => fetch(file)) { Name = file }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        for (var number = 1; number <= photos; number++)
        {
            fetch($"photo {number}");
        }
    }
}
