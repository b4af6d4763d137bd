using System.Runtime.CompilerServices;

namespace Proofs.Litmus;

/// <summary>Methods with <c>await</c> and <c>yield return</c>, and who goes through what they give.</summary>
internal static class AsyncStreams
{
    [Litmus("123")]
    private static string Items_come_in_their_order() => Told(Numbers()).Result;

    [Litmus("123")]
    private static string Items_that_take_time() => Told(Late()).Result;

    [Litmus("12closed")]
    private static string What_is_left_early_is_closed()
    {
        var told = "";
        async IAsyncEnumerable<int> Open()
        {
            try
            {
                for (var i = 1; ; i++)
                {
                    await Task.Yield();
                    yield return i;
                }
            }
            finally
            {
                told += "closed";
            }
        }

        async Task Go()
        {
            await foreach (var i in Open())
            {
                told += i;
                if (i == 2) break;
            }
        }

        Go().Wait();
        return told;
    }

    [Litmus("1burnt")]
    private static string An_exception_comes_out_where_the_item_is_asked_for()
    {
        static async IAsyncEnumerable<int> Fail()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("burnt");
        }

        static async Task<string> Go()
        {
            var told = "";
            try
            {
                await foreach (var i in Fail().ConfigureAwait(false)) told += i;
            }
            catch (InvalidOperationException error)
            {
                told += error.Message;
            }

            return told;
        }

        return Go().Result;
    }

    [Litmus("1", "2")]
    private static string Two_streams_race()
    {
        var n = 0;
        async IAsyncEnumerable<int> Count()
        {
            var seen = n;
            await Task.Yield();
            n = seen + 1;
            yield return n;
        }

        Task.WaitAll(Told(Count()), Told(Count()));
        return $"{n}";
    }

    [Litmus("", "1", "12", "12end")]
    private static string A_stream_that_is_cancelled()
    {
        var stop = new CancellationTokenSource();
        var cancel = Task.Run(stop.Cancel);
        var told = "";
        async IAsyncEnumerable<int> Until([EnumeratorCancellation] CancellationToken token = default)
        {
            for (var i = 1; i < 3; i++)
            {
                if (token.IsCancellationRequested) yield break;
                await Task.CompletedTask;
                yield return i;
            }

            if (!token.IsCancellationRequested) told += "end";
        }

        async Task Go()
        {
            var heard = "";
            await foreach (var i in Until().WithCancellation(stop.Token)) heard += i;
            told = heard + told;
        }

        Go().Wait();
        cancel.Wait();
        return told;
    }

    [Litmus("open,work,closed")]
    private static string Await_using_closes()
    {
        var told = "open";
        var door = new Door(() => told += ",closed");
        async Task Go()
        {
            await using (door)
            {
                await Task.Yield();
                told += ",work";
            }
        }

        Go().Wait();
        return told;
    }

    [Litmus("12", "21")]
    private static string WhenEach_gives_them_as_they_finish()
    {
        static async Task<string> Go()
        {
            var told = "";
            await foreach (var task in Task.WhenEach(Task.Run(() => 1), Task.Run(() => 2))) told += await task;
            return told;
        }

        return Go().Result;
    }

    [Litmus("1fails", "fails1")]
    private static string WhenEach_gives_failed_ones_too()
    {
        static async Task<string> Go()
        {
            var told = "";
            await foreach (var task in Task.WhenEach(Task.Run(() => 1), Task.FromException<int>(new InvalidOperationException())))
            {
                told += task.IsFaulted ? "fails" : task.Result;
            }

            return told;
        }

        return Go().Result;
    }

    [Litmus("deadlock")]
    private static string WhenEach_waits_for_the_last()
    {
        static async Task<string> Go()
        {
            await foreach (var task in Task.WhenEach(Task.CompletedTask, new TaskCompletionSource().Task)) await task;
            return "done";
        }

        return Go().Result;
    }

    private static async Task<string> Told(IAsyncEnumerable<int> numbers)
    {
        var told = "";
        await foreach (var number in numbers) told += number;
        return told;
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        await Task.CompletedTask;
        yield return 1;
        yield return 2;
        yield return 3;
    }

    private static async IAsyncEnumerable<int> Late()
    {
        yield return 1;
        await Task.Delay(5);
        yield return 2;
        await Task.Yield();
        yield return 3;
    }

    private sealed class Door(Action close) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            close();
        }
    }
}
