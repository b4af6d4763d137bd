// A: as many threads as workers, and a queue.
using System.Collections.Concurrent;

namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var dishes = new string[orders.Length];
        var queue = new ConcurrentQueue<int>(Enumerable.Range(0, orders.Length));
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
        {
            while (queue.TryDequeue(out var next))
            {
                dishes[next] = serve(orders[next]);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return dishes;
    }

    public async IAsyncEnumerable<string> AsFinished(string[] orders, Func<string, Task<string>> serve)
    {
        var work = orders.Select(serve).ToList();
        await foreach (var dish in Task.WhenEach(work))
        {
            yield return await dish;
        }
    }
}
