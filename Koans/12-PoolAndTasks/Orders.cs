using System.Collections.Concurrent;

namespace Koans.PoolAndTasks;

// What a table has ordered. With n workers, n orders are under way at once, as long as there are so many, and never more.
// ServeAll gives the dishes in the order in which they were asked for. AsFinished gives each the moment it is finished.
public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var dishes = new ConcurrentBag<string>();
        var work = orders.Select(order => Task.Run(() => dishes.Add(serve(order)))).ToArray();
        while (!work.All(order => order.IsCompleted))
        {
            Thread.Sleep(10);
        }

        return dishes.ToArray();
    }

    public async IAsyncEnumerable<string> AsFinished(string[] orders, Func<string, Task<string>> serve)
    {
        var work = orders.Select(serve).ToList();
        foreach (var dish in work)
        {
            yield return await dish;
        }
    }
}
