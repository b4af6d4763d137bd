// V: the freshest value of the wrong variable.
// refused by: Every_thread_downloads_its_own_file
namespace Koans.Threads;

public class Downloader
{
    private volatile int _number;

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
        for (_number = 1; _number <= photos; _number++)
        {
            var thread = new Thread(() => fetch($"photo {_number}")) { Name = $"thread {_number}" };
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }
}
