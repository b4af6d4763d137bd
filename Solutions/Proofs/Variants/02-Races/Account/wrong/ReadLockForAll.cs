// A reader-writer lock on its reading side, which lets everybody in.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
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
            return _balance;
        }
    }

    public void Deposit(int amount)
    {
        _gate.EnterReadLock();
        _balance += amount;
        _operations++;
        _gate.ExitReadLock();
    }

    public bool Withdraw(int amount)
    {
        _gate.EnterReadLock();
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
            _gate.ExitReadLock();
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
