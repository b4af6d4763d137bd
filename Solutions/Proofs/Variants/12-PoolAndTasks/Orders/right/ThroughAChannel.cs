// Every dish goes into a channel when it is finished.
using System.Threading.Channels;

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
        var dishes = Channel.CreateUnbounded<string>();
        foreach (var work in orders.Select(serve).ToList())
        {
            _ = Pass(work);
        }

        for (var i = 0; i < orders.Length; i++)
        {
            yield return await dishes.Reader.ReadAsync();
        }

        async Task Pass(Task<string> work) => await dishes.Writer.WriteAsync(await work);
    }
}
