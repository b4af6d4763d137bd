// what happens in the middle does not matter, as long as each old number is kept back.
namespace Koans.Races;

// Alice and Bob put down three plates each. For every plate a cook reads the total, and then writes one more.
// This is the order of their steps, an entry for each. It brings the total as low as it can get.
public static class LowestTotal
{
    public static string[] Order { get; } =
    [
        "Bob reads", "Alice reads",
        "Alice writes", "Alice reads", "Alice writes", "Bob writes",
        "Alice reads",
        "Bob", "Bob", "Bob", "Bob",
        "Alice writes",
    ];
}
