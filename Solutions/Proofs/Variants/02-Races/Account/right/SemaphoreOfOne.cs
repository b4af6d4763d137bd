// M: a semaphore with one place makes each visit whole.
namespace Koans.Races;

public class Account
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        _gate.Wait();
        try
        {
            _balance += amount;
            _operations++;
        }
        finally
        {
            _gate.Release();
        }
    }

    public bool Withdraw(int amount)
    {
        _gate.Wait();
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
            _gate.Release();
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        _gate.Wait();
        try
        {
            return (_balance, _operations);
        }
        finally
        {
            _gate.Release();
        }
    }
}
