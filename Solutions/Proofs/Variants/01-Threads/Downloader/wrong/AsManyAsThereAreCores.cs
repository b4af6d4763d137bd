// How many are under way depends on the machine.
// refused by: Three_downloads_are_in_flight_together_and_all_are_awaited
using System.Collections.Concurrent;

namespace Koans.Threads;

public class Downloader
{
    public void DownloadAll(string[] files, Action<string> fetch)
    {
        var left = new ConcurrentQueue<string>(files);
        var threads = Enumerable.Range(1, Environment.ProcessorCount).Select(number => new Thread(() =>
        {
            while (left.TryDequeue(out var file))
            {
                fetch(file);
            }
        })
        { Name = $"thread {number}" }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    public void DownloadAlbum(int photos, Action<string> fetch)
    {
        var tasks = Enumerable.Range(1, photos).Select(number => Task.Run(() => fetch($"photo {number}"))).ToArray();
        Task.WaitAll(tasks);
    }
}
