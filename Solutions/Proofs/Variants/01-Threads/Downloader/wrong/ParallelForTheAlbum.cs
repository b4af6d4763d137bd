// Parallel.For gives each turn a number of its own, and does not promise two turns at the same time.
// refused by: Every_thread_downloads_its_own_file
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var threads = new List<Thread>();
        foreach (var file in files)
        {
            var thread = new Thread(() => fetch(file)) { Name = file };
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }

    // The photos of an album are numbered: photo 1, photo 2 and so on.
    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        Parallel.For(1, photos + 1, number => fetch($"photo {number}"));
    }
}
