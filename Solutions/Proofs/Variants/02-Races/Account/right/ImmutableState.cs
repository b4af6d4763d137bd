// F: both numbers in one state, swapped only if nobody else has swapped it.
namespace Koans.Races;

public class Account
{
    private State _state = new(0, 0);

    private sealed record State(int Balance, int Operations);

    public int Balance => _state.Balance;

    public void Deposit(int amount)
    {
        State seen;
        do
        {
            seen = _state;
        }
        while (Interlocked.CompareExchange(ref _state, new(seen.Balance + amount, seen.Operations + 1), seen) != seen);
    }

    public bool Withdraw(int amount)
    {
        State seen;
        do
        {
            seen = _state;
            if (seen.Balance < amount)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _state, new(seen.Balance - amount, seen.Operations + 1), seen) != seen);

        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        var seen = _state;
        return (seen.Balance, seen.Operations);
    }
}
