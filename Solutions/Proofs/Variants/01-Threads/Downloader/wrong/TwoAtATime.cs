// Z: the third starts when the first two are back.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        for (var i = 0; i < files.Length; i += 2)
        {
            var threads = files.Skip(i).Take(2).Select(file => new Thread(() => fetch(file))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
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
