// Sorted by the time at which each was finished.
// refused by: Results_come_in_the_order_you_asked
using System.Collections.Concurrent;

namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var hands = new SemaphoreSlim(workers);
        var dishes = new ConcurrentQueue<(long Time, string Dish)>();
        var work = orders.Select(order => Task.Run(() =>
        {
            hands.Wait();
            var dish = serve(order);
            dishes.Enqueue((Environment.TickCount64, dish));
            hands.Release();
        })).ToArray();
        Task.WaitAll(work);
        return dishes.OrderBy(entry => entry.Time).Select(entry => entry.Dish).ToArray();
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
