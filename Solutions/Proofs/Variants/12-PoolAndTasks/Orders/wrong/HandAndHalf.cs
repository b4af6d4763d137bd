// The hand is free again before the dish is finished.
// refused by: As_many_orders_are_under_way_as_there_are_workers
namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var hands = new SemaphoreSlim(workers);
        var work = orders.Select(order => Task.Run(() =>
        {
            hands.Wait();
            hands.Release();
            return serve(order);
        }));
        return Task.WhenAll(work).Result;
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
