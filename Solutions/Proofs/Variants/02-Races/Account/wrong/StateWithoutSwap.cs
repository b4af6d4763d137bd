// F: the states never change, and the field is read first and written later.
// refused by: The_account_never_goes_below_zero_and_adds_up
// met by: Balance_and_number_of_operations_agree
namespace Koans.Races;

public class Account
{
    private State _state = new(0, 0);

    private sealed record State(int Balance, int Operations);

    public int Balance => _state.Balance;

    public void Deposit(int amount)
    {
        _state = new(_state.Balance + amount, _state.Operations + 1);
    }

    public bool Withdraw(int amount)
    {
        var seen = _state;
        if (seen.Balance < amount)
        {
            return false;
        }

        _state = new(seen.Balance - amount, seen.Operations + 1);
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        var seen = _state;
        return (seen.Balance, seen.Operations);
    }
}
