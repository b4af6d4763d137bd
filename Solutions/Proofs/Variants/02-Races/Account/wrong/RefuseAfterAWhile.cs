// E: who cannot have the lock in time is told that there is not enough.
// refused by: Balance_and_number_of_operations_agree
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
        if (!Monitor.TryEnter(_gate, TimeSpan.FromSeconds(1)))
        {
            return false;
        }

        try
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            _operations++;
            return true;
        }
        finally
        {
            Monitor.Exit(_gate);
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
