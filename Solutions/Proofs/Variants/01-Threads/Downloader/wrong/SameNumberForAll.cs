// The copy is made once, before the loop turns.
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
        var next = 0;
        var threads = Enumerable.Range(1, photos).Select(_ => new Thread(() => fetch($"photo {++next}"))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
