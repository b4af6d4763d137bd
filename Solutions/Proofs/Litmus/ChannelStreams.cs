using System.Threading.Channels;

namespace Proofs.Litmus;

/// <summary><see cref="Channel{T}"/> in methods that await: whole pipelines of those who write and those who read.</summary>
internal static class ChannelStreams
{
    [Litmus("12")]
    private static string Read_to_the_end()
    {
        var orders = Channel.CreateUnbounded<int>();
        var read = "";
        Task.WhenAll(Write(orders.Writer, 1, 2), Read()).Wait();
        return read;

        async Task Read()
        {
            await foreach (var order in orders.Reader.ReadAllAsync()) read += order;
        }
    }

    [Litmus("12")]
    private static string Through_a_place_for_one()
    {
        var orders = Channel.CreateBounded<int>(1);
        var read = "";
        Task.WhenAll(Task.Run(() => Write(orders.Writer, 1, 2)), Task.Run(Read)).Wait();
        return read;

        async Task Read()
        {
            while (await orders.Reader.WaitToReadAsync())
            {
                while (orders.Reader.TryRead(out var order)) read += order;
            }
        }
    }

    [Litmus("deadlock")]
    private static string Never_closed()
    {
        var orders = Channel.CreateUnbounded<int>();
        Task.WhenAll(orders.Writer.WriteAsync(1).AsTask(), Read()).Wait();
        return "done";

        async Task Read()
        {
            await foreach (var order in orders.Reader.ReadAllAsync()) _ = order;
        }
    }

    // Each order has one reader, whichever that is.
    [Litmus("1|2", "12|", "2|1", "|12")]
    private static string Two_readers()
    {
        var orders = Channel.CreateUnbounded<int>();
        string first = "", second = "";
        orders.Writer.TryWrite(1);
        var readers = Task.WhenAll(Task.Run(() => Read(o => first += o)), Task.Run(() => Read(o => second += o)));
        orders.Writer.TryWrite(2);
        orders.Writer.Complete();
        readers.Wait();
        return $"{first}|{second}";

        async Task Read(Action<int> take)
        {
            await foreach (var order in orders.Reader.ReadAllAsync()) take(order);
        }
    }

    // Whoever is told that there is something may find that somebody else has it.
    [Litmus("closed,1", "1,closed")]
    private static string Told_and_too_late()
    {
        var orders = Channel.CreateUnbounded<int>();
        var readers = new[] { Task.Run(Read), Task.Run(Read) };
        orders.Writer.TryWrite(1);
        orders.Writer.Complete();
        return $"{readers[0].Result},{readers[1].Result}";

        async Task<string> Read()
        {
            try
            {
                return $"{await orders.Reader.ReadAsync()}";
            }
            catch (ChannelClosedException)
            {
                return "closed";
            }
        }
    }

    [Litmus("fails: burnt")]
    private static string An_error_at_the_end()
    {
        var orders = Channel.CreateUnbounded<int>();
        orders.Writer.TryWrite(1);
        orders.Writer.Complete(new InvalidOperationException("burnt"));
        Read().GetAwaiter().GetResult();
        return "done";

        async Task Read()
        {
            await foreach (var order in orders.Reader.ReadAllAsync()) _ = order;
        }
    }

    [Litmus("cancelled", "1cancelled")]
    private static string A_stream_that_is_cancelled()
    {
        var orders = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource();
        var read = "";
        var reading = Task.Run(Read);
        orders.Writer.TryWrite(1);
        source.Cancel();
        reading.Wait();
        return read;

        async Task Read()
        {
            try
            {
                await foreach (var order in orders.Reader.ReadAllAsync(source.Token)) read += order;
            }
            catch (OperationCanceledException)
            {
                read += "cancelled";
            }
        }
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string What_is_passed_on_is_passed_on_whole()
    {
        var orders = Channel.CreateUnbounded<int[]>();
        var order = new int[1];
        Task.WhenAll(Task.Run(Write), Task.Run(Read)).Wait();
        return $"{order[0]}";

        async Task Write()
        {
            order[0]++;
            await orders.Writer.WriteAsync(order);
            orders.Writer.Complete();
        }

        async Task Read()
        {
            await foreach (var mine in orders.Reader.ReadAllAsync()) mine[0]++;
        }
    }

    [Litmus("1,2")]
    private static string A_pipeline_of_two()
    {
        var raw = Channel.CreateBounded<int>(1);
        var cooked = Channel.CreateUnbounded<int>();
        var served = new List<int>();
        Task.WhenAll(Write(raw.Writer, 0, 1), Task.Run(Cook), Serve()).Wait();
        return string.Join(',', served);

        async Task Cook()
        {
            await foreach (var dish in raw.Reader.ReadAllAsync()) await cooked.Writer.WriteAsync(dish + 1);
            cooked.Writer.Complete();
        }

        async Task Serve()
        {
            await foreach (var dish in cooked.Reader.ReadAllAsync()) served.Add(dish);
        }
    }

    private static async Task Write(ChannelWriter<int> writer, params int[] items)
    {
        foreach (var item in items) await writer.WriteAsync(item);
        writer.Complete();
    }
}
