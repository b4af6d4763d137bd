// WhenAll waits for nobody: it makes a task that one would have to wait for.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch) =>
        Task.WhenAll(files.Select(file => Task.Run(() => fetch(file))));

    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        var tasks = Enumerable.Range(1, photos).Select(number => Task.Run(() => fetch($"photo {number}"))).ToArray();
        Task.WaitAll(tasks);
    }
}
