// A bag has no order.
// refused by: Results_come_in_the_order_you_asked
using System.Collections.Concurrent;

namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var hands = new SemaphoreSlim(workers);
        var dishes = new ConcurrentBag<string>();
        var work = orders.Select(order => Task.Run(() =>
        {
            hands.Wait();
            dishes.Add(serve(order));
            hands.Release();
        })).ToArray();
        Task.WaitAll(work);
        return dishes.ToArray();
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
