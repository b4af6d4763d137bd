// P: the loop that has a limit of its own.
namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var dishes = new string[orders.Length];
        var limit = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.ForEachAsync(Enumerable.Range(0, orders.Length), limit, (i, _) =>
        {
            dishes[i] = serve(orders[i]);
            return ValueTask.CompletedTask;
        }).Wait();
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
