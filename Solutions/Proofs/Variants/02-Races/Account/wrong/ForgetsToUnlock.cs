// Leaves with the lock when there is not enough.
// refused by: The_account_never_goes_below_zero_and_adds_up
namespace Koans.Races;

public class Account
{
    private readonly SemaphoreSlim _gate = new(1, 1);
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
        _gate.Wait();
        _balance += amount;
        _operations++;
        _gate.Release();
    }

    public bool Withdraw(int amount)
    {
        _gate.Wait();
        if (_balance < amount)
        {
            return false;
        }

        _balance -= amount;
        _operations++;
        _gate.Release();
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        _gate.Wait();
        var seen = (_balance, _operations);
        _gate.Release();
        return seen;
    }
}
