// W: asks under the reading side, and comes back later under the writing side.
// refused by: The_account_never_goes_below_zero_and_adds_up
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
        _gate.EnterWriteLock();
        _balance += amount;
        _operations++;
        _gate.ExitWriteLock();
    }

    public bool Withdraw(int amount)
    {
        _gate.EnterReadLock();
        var isEnough = _balance >= amount;
        _gate.ExitReadLock();
        if (!isEnough)
        {
            return false;
        }

        _gate.EnterWriteLock();
        _balance -= amount;
        _operations++;
        _gate.ExitWriteLock();
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        _gate.EnterReadLock();
        var seen = (_balance, _operations);
        _gate.ExitReadLock();
        return seen;
    }
}
