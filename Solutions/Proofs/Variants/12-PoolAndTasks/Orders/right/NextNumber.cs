// I: workers draw numbers.
namespace Koans.PoolAndTasks;

public class Orders
{
    public string[] ServeAll(string[] orders, int workers, Func<string, string> serve)
    {
        var dishes = new string[orders.Length];
        var next = -1;
        var work = Enumerable.Range(0, workers).Select(_ => Task.Run(() =>
        {
            for (var i = Interlocked.Increment(ref next); i < orders.Length; i = Interlocked.Increment(ref next))
            {
                dishes[i] = serve(orders[i]);
            }
        })).ToArray();
        Task.WaitAll(work);
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
