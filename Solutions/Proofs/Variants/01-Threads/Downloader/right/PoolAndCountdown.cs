// The pool lends the threads, and a countdown says when all are back.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        using var left = new CountdownEvent(files.Length);
        foreach (var file in files)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                fetch(file);
                left.Signal();
            });
        }

        left.Wait();
    }

    public void DownloadAlbum(int photos, Action<string> fetch) =>
        DownloadAll([.. Enumerable.Range(1, photos).Select(number => $"photo {number}")], fetch);
}
