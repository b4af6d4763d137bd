// F: the two numbers come from two different states.
// refused by: Balance_and_number_of_operations_agree
// met by: The_account_never_goes_below_zero_and_adds_up
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
        return (_state.Balance, _state.Operations);
    }
}
