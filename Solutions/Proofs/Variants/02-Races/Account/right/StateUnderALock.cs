// F: writers take turns, and readers take the state as it is.
namespace Koans.Races;

public class Account
{
    private readonly object _gate = new();
    private State _state = new(0, 0);

    private sealed record State(int Balance, int Operations);

    public int Balance => _state.Balance;

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            _state = new(_state.Balance + amount, _state.Operations + 1);
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_gate)
        {
            if (_state.Balance < amount)
            {
                return false;
            }

            _state = new(_state.Balance - amount, _state.Operations + 1);
            return true;
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        var seen = _state;
        return (seen.Balance, seen.Operations);
    }
}
