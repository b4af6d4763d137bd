// The threads number themselves, in one step.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var threads = files.Select(file => new Thread(() => fetch(file)) { Name = file }).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        foreach (var thread in threads.Reverse())
        {
            thread.Join();
        }
    }

    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        var next = 0;
        var threads = Enumerable.Range(1, photos).Select(_ => new Thread(() => fetch($"photo {Interlocked.Increment(ref next)}"))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
