// Z: many threads, and a lock that lets one of them download at a time.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
namespace Koans.Threads;

public class Downloader
{
    private readonly object _gate = new();

    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var threads = files.Select(file => new Thread(() =>
        {
            lock (_gate)
            {
                fetch(file);
            }
        })
        { Name = file }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    public void DownloadAlbum(int photos, Action<string> fetch) =>
        DownloadAll([.. Enumerable.Range(1, photos).Select(number => $"photo {number}")], fetch);
}
