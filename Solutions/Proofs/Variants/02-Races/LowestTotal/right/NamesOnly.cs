// names alone, one for each step.
namespace Koans.Races;

// Alice and Bob put down three plates each. For every plate a cook reads the total, and then writes one more.
// This is the order of their steps, an entry for each. It brings the total as low as it can get.
public static class LowestTotal
{
    public static string[] Order { get; } =
    [
        "Alice",
        "Bob", "Bob", "Bob", "Bob",
        "Alice", "Bob",
        "Alice", "Alice", "Alice", "Alice",
        "Bob",
    ];
}
