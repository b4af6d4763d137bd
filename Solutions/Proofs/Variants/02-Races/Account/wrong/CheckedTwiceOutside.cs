// Asks twice, and both times outside of the lock.
// refused by: The_account_never_goes_below_zero_and_adds_up
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
        if (_balance < amount)
        {
            return false;
        }

        Thread.Yield();
        if (_balance < amount)
        {
            return false;
        }

        lock (_gate)
        {
            _balance -= amount;
            _operations++;
        }

        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        lock (_gate)
        {
            return (_balance, _operations);
        }
    }
}
