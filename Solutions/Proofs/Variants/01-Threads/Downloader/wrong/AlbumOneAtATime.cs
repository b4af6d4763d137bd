// Z: every thread is joined before the next one starts, so the variable cannot change meanwhile.
// refused by: Every_thread_downloads_its_own_file
namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var threads = files.Select(file => new Thread(() => fetch(file)) { Name = file }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        for (var number = 1; number <= photos; number++)
        {
            var thread = new Thread(() => fetch($"photo {number}")) { Name = $"thread {number}" };
            thread.Start();
            thread.Join();
        }
    }
}
