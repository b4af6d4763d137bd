// Awaited in the order of the list.
// refused by: Results_come_as_they_finish
namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var hands = new SemaphoreSlim(workers);
        var work = orders.Select(order => Task.Run(() =>
        {
            hands.Wait();
            var dish = serve(order);
            hands.Release();
            return dish;
        }));
        return Task.WhenAll(work).Result;
    }

    public async IAsyncEnumerable<string> AsFinished(string[] orders, Func<string, Task<string>> serve)
    {
        foreach (var dish in orders.Select(serve).ToList())
        {
            yield return await dish;
        }
    }
}
