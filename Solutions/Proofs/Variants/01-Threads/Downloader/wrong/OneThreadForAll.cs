// Z: one thread more, and all of the work on it.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var thread = new Thread(() =>
        {
            foreach (var file in files)
            {
                fetch(file);
            }
        });
        thread.Start();
        thread.Join();
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
