// Looks before the lock to save the way, and again under it.
namespace Koans.Races;

public class Account
{
    private readonly object _gate = new();
    private int _balance;
    private int _operations;

    public int Balance
    {
        get
        {
            return _balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            _balance += amount;
            _operations++;
        }
    }

    public bool Withdraw(int amount)
    {
        if (Volatile.Read(ref _balance) < amount)
        {
            return false;
        }

        lock (_gate)
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            _operations++;
            return true;
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        lock (_gate)
        {
            return (_balance, _operations);
        }
    }
}
