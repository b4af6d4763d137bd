// L: every thread has a number of its own, and nobody gave it a value.
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
        var threads = new List<Thread>();
        using var number = new ThreadLocal<int>();
        for (number.Value = 1; number.Value <= photos; number.Value++)
        {
            var thread = new Thread(() => fetch($"photo {number.Value}"));
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }
}
