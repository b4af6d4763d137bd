// WhenAny, again and again.
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
        var work = orders.Select(serve).ToList();
        while (work.Count > 0)
        {
            var dish = await Task.WhenAny(work);
            work.Remove(dish);
            yield return await dish;
        }
    }
}
