// Waits once for each of those who have finished.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        using var arrived = new SemaphoreSlim(0);
        foreach (var file in files)
        {
            new Thread(() =>
            {
                fetch(file);
                arrived.Release();
            }).Start();
        }

        foreach (var _ in files)
        {
            arrived.Wait();
        }
    }

    // The photos of an album are numbered: photo 1, photo 2 and so on.
    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        var threads = new List<Thread>();
        for (var number = 1; number <= photos; number++)
        {
            var own = number;
            var thread = new Thread(() => fetch($"photo {own}")) { Name = $"thread {number}" };
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }
}
