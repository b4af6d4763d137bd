// The pool is told how many to begin with, which is no limit.
// refused by: As_many_orders_are_under_way_as_there_are_workers
namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        ThreadPool.SetMinThreads(workers, workers);
        var work = orders.Select(order => Task.Run(() => serve(order)));
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
