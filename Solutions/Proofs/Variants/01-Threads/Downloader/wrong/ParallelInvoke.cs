// Parallel.Invoke does all of it, and does not promise when: it may do one after the other.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch) =>
        Parallel.Invoke([.. files.Select<string, Action>(file => () => fetch(file))]);

    public void DownloadAlbum(int photos, Action<string> fetch) =>
        DownloadAll([.. Enumerable.Range(1, photos).Select(number => $"photo {number}")], fetch);
}
