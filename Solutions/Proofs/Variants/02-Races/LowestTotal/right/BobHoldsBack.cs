// the same with their parts exchanged.
namespace Koans.Races;

// Alice and Bob put down three plates each. For every plate a cook reads the total, and then writes one more.
// This is the order of their steps, an entry for each. It brings the total as low as it can get.
public static class LowestTotal
{
    public static string[] Order { get; } =
    [
        "Bob reads",
        "Alice reads", "Alice writes", "Alice reads", "Alice writes",
        "Bob writes", "Alice reads",
        "Bob reads", "Bob writes", "Bob reads", "Bob writes",
        "Alice writes",
    ];
}
