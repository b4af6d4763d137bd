// Who has no hand free gives its thread back meanwhile.
namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var hands = new SemaphoreSlim(workers);
        return Task.WhenAll(orders.Select(Serve)).Result;

        async Task<string> Serve(string order)
        {
            await hands.WaitAsync();
            var dish = await Task.Run(() => serve(order));
            hands.Release();
            return dish;
        }
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
