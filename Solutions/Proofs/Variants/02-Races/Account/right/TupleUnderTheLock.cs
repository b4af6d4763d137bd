// M: both numbers in one pair, and a Lock around it.
namespace Koans.Races;

public class Account
{
    private readonly Lock _gate = new();
    private (int Balance, int Operations) _now;

    public int Balance
    {
        get
        {
            return Snapshot().Balance;
        }
    }

    public void Deposit(int amount)
    {
        using (_gate.EnterScope())
        {
            _now = (_now.Balance + amount, _now.Operations + 1);
        }
    }

    public bool Withdraw(int amount)
    {
        using (_gate.EnterScope())
        {
            if (_now.Balance < amount)
            {
                return false;
            }

            _now = (_now.Balance - amount, _now.Operations + 1);
            return true;
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        using (_gate.EnterScope())
        {
            return _now;
        }
    }
}
