// Each download says that it is over, and the last one opens the door.
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        using var left = new CountdownEvent(files.Length);
        foreach (var file in files)
        {
            new Thread(() =>
            {
                fetch(file);
                left.Signal();
            }).Start();
        }

        left.Wait();
    }

    // The photos of an album are numbered: photo 1, photo 2 and so on.
    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        using var left = new CountdownEvent(photos);
        for (var number = 1; number <= photos; number++)
        {
            var own = number;
            new Thread(() =>
            {
                fetch($"photo {own}");
                left.Signal();
            }).Start();
        }

        left.Wait();
    }
}
