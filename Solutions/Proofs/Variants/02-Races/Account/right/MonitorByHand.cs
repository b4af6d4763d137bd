// M: Monitor with the Exit in a finally makes each visit whole.
namespace Koans.Races;

public class Account
{
    private readonly object _gate = new();
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        Monitor.Enter(_gate);
        try
        {
            _balance += amount;
            _operations++;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public bool Withdraw(int amount)
    {
        Monitor.Enter(_gate);
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
        Monitor.Enter(_gate);
        try
        {
            return (_balance, _operations);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
