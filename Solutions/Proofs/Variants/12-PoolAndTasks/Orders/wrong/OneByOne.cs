// Z: the next is begun when the one before is finished.
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
        foreach (var order in orders)
        {
            yield return await serve(order);
        }
    }
}
