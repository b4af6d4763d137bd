namespace Koans.Threads;

// Downloads files, each on a thread of its own, and has all of them under way at the same time.
// Either method returns when everything it was asked for has arrived.
public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        foreach (var file in files)
        {
            var thread = new Thread(() => fetch(file)) { Name = file };
            thread.Start();
            thread.Join();
        }
    }

    // The photos of an album are numbered: photo 1, photo 2 and so on.
    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        var threads = new List<Thread>();
        for (var number = 1; number <= photos; number++)
        {
            var thread = new Thread(() => fetch($"photo {number}")) { Name = $"thread {number}" };
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }
}
