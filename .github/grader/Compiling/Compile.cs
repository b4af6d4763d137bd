using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Grader.Running;

namespace Grader.Compiling;

/// <summary>
/// Has sources compiled by the compiler's processes. One serves order after order, since most of its time goes into
/// beginning; nothing that it compiles runs in it. One that ends or is late is not asked again.
/// </summary>
/// <param name="folder">The folder for the processes.</param>
internal sealed class Compile(string folder) : IDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentBag<Process> _idle = [];

    /// <summary>What came of an order; null when the compiler did not come to an end.</summary>
    /// <param name="order">The order.</param>
    /// <param name="limit">The most it may compute. A clock would count what others make it wait, too.</param>
    public async Task<Outcome?> Ask(Order order, TimeSpan limit)
    {
        try
        {
            // what a process had to compile before must not matter: where a used one ends, a new one has the last word
            return _idle.TryTake(out var used) && await Ask(used, order, limit) is { } outcome ? outcome : await Ask(Begun(), order, limit);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private Process Begun()
    {
        var process = Child.Start(Program.ToCompile, folder);
        _ = Child.Drain(process.StandardError, keep: 0);
        return process;
    }

    private async Task<Outcome?> Ask(Process process, Order order, TimeSpan limit)
    {
        var isUsable = false;
        try
        {
            var before = process.TotalProcessorTime;
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
            if (await Answer(process, before + limit) is { } line && JsonSerializer.Deserialize<Outcome>(line) is { } outcome)
            {
                isUsable = true;
                return outcome;
            }

            return null;
        }
        catch (Exception end) when (end is IOException or JsonException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            if (isUsable)
            {
                _idle.Add(process);
            }
            else
            {
                Child.End(process);
                process.Dispose();
            }
        }
    }

    private static async Task<string?> Answer(Process process, TimeSpan most)
    {
        var answer = process.StandardOutput.ReadLineAsync();
        while (await Task.WhenAny(answer, Task.Delay(s_between)) != answer)
        {
            process.Refresh();
            if (!process.HasExited && process.TotalProcessorTime > most)
            {
                throw new TimeoutException();
            }
        }

        return await answer;
    }

    public void Dispose()
    {
        foreach (var process in _idle)
        {
            Child.End(process);
            process.Dispose();
        }
    }
}
