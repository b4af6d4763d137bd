// M: a semaphore that is awaited, and waited for at the edge.
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
            return Snapshot().Balance;
        }
    }

    public void Deposit(int amount)
    {
        Inside(() => Change(amount)).GetAwaiter().GetResult();
    }

    public bool Withdraw(int amount)
    {
        return Inside(() => _balance >= amount && Change(-amount)).Result;
    }

    public (int Balance, int Operations) Snapshot()
    {
        return Inside(() => (_balance, _operations)).Result;
    }

    private async Task<T> Inside<T>(Func<T> visit)
    {
        await _gate.WaitAsync();
        try
        {
            return visit();
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool Change(int by)
    {
        _balance += by;
        _operations++;
        return true;
    }
}
