// A semaphore that is given back twice has two places from then on.
namespace Koans.Races;

public class Account
{
    private readonly SemaphoreSlim _gate = new(1);
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
        try
        {
            if (_balance < amount)
            {
                _gate.Release();
                return false;
            }

            _balance -= amount;
            _operations++;
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        _gate.Wait();
        var seen = (_balance, _operations);
        _gate.Release();
        return seen;
    }
}
