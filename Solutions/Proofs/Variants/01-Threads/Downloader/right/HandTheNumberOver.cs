// The number is handed to the thread when it starts.
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
        for (var number = 1; number <= photos; number++)
        {
            var thread = new Thread(own => fetch($"photo {own}"));
            thread.Start(number);
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }
}
