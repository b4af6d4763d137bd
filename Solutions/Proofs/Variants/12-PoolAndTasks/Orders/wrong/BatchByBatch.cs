// Two, and then the next two: while one is slow, the other's worker stands about. Nothing here needs the third.
// met by: As_many_orders_are_under_way_as_there_are_workers, Results_come_in_the_order_you_asked
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
        foreach (var batch in orders.Chunk(2))
        {
            foreach (var dish in await Task.WhenAll(batch.Select(serve)))
            {
                yield return dish;
            }
        }
    }
}
