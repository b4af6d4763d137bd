// M: a mutex makes each visit whole.
namespace Koans.Races;

public class Account
{
    private readonly Mutex _gate = new();
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        _gate.WaitOne();
        try
        {
            _balance += amount;
            _operations++;
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }

    public bool Withdraw(int amount)
    {
        _gate.WaitOne();
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
            _gate.ReleaseMutex();
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        _gate.WaitOne();
        try
        {
            return (_balance, _operations);
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }
}
