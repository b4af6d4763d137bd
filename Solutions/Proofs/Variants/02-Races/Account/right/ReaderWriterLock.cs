// M: those who look share the lock, and those who change have it alone.
namespace Koans.Races;

public class Account
{
    private readonly ReaderWriterLockSlim _gate = new();
    private int _balance;
    private int _operations;

    public int Balance
    {
        get
        {
            _gate.EnterReadLock();
            try
            {
                return _balance;
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }
    }

    public void Deposit(int amount)
    {
        _gate.EnterWriteLock();
        try
        {
            _balance += amount;
            _operations++;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public bool Withdraw(int amount)
    {
        _gate.EnterUpgradeableReadLock();
        try
        {
            if (_balance < amount)
            {
                return false;
            }

            _gate.EnterWriteLock();
            try
            {
                _balance -= amount;
                _operations++;
                return true;
            }
            finally
            {
                _gate.ExitWriteLock();
            }
        }
        finally
        {
            _gate.ExitUpgradeableReadLock();
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        _gate.EnterReadLock();
        try
        {
            return (_balance, _operations);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }
}
