// A parallel query shares the work out as it sees fit: it promises no two turns at the same time.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
// not followed yet
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch) => files.AsParallel().ForAll(fetch);

    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        var tasks = Enumerable.Range(1, photos).Select(number => Task.Run(() => fetch($"photo {number}"))).ToArray();
        Task.WaitAll(tasks);
    }
}
