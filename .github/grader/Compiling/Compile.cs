using System.Text.Json;

namespace Grader.Compiling;

/// <summary>Has sources compiled by the compiler's process.</summary>
internal static class Compile
{
    /// <summary>What came of an order; null when the compiler did not come to an end.</summary>
    /// <param name="order">The order.</param>
    /// <param name="folder">The folder for the process.</param>
    /// <param name="limit">The most it may take.</param>
    public static Task<Outcome?> Ask(Order order, string folder, TimeSpan limit) => Child.Run<Outcome?>(Program.ToCompile, folder, async process =>
    {
        var errors = Child.Drain(process.StandardError);
        var answer = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(order));
            process.StandardInput.Close();
            var text = await answer.WaitAsync(limit);
            return text.Length == 0 ? null : JsonSerializer.Deserialize<Outcome>(text);
        }
        catch (Exception end) when (end is TimeoutException or IOException or JsonException)
        {
            return null;
        }
    });
}
