namespace Koans.Exam;

// Nine accounts: three are right, and six are broken.
public interface IAccount
{
    int Balance { get; }

    void Deposit(int amount);

    bool Withdraw(int amount);
}

// What the check gets to see of an account: nothing but what it does.
internal sealed class Counter(IAccount account) : IAccount
{
    public int Balance => account.Balance;

    public void Deposit(int amount) => account.Deposit(amount);

    public bool Withdraw(int amount) => account.Withdraw(amount);
}

internal sealed class WithOneLock : IAccount
{
    private readonly Lock _gate = new();
    private int _balance;

    public int Balance
    {
        get
        {
            lock (_gate)
            {
                return _balance;
            }
        }
    }

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            return true;
        }
    }
}

internal sealed class WithASemaphore : IAccount
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _balance;

    public int Balance => Inside(() => _balance);

    public void Deposit(int amount) => Inside(() => _balance += amount);

    public bool Withdraw(int amount) => Inside(() =>
    {
        var isEnough = _balance >= amount;
        _balance -= isEnough ? amount : 0;
        return isEnough;
    });

    private T Inside<T>(Func<T> visit)
    {
        _gate.Wait();
        try
        {
            return visit();
        }
        finally
        {
            _gate.Release();
        }
    }
}

internal sealed class WithCompareExchange : IAccount
{
    private int _balance;

    public int Balance => Volatile.Read(ref _balance);

    public void Deposit(int amount) => Change(amount);

    public bool Withdraw(int amount) => Change(-amount);

    private bool Change(int by)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _balance);
            var next = seen + by;
            if (next < 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _balance, next, seen) == seen)
            {
                return true;
            }
        }
    }
}

internal sealed class WithoutALockToDeposit : IAccount
{
    private readonly Lock _gate = new();
    private int _balance;

    public int Balance => Volatile.Read(ref _balance);

    public void Deposit(int amount) => _balance += amount;

    public bool Withdraw(int amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            return true;
        }
    }
}

internal sealed class ThatDecidesOutside : IAccount
{
    private readonly Lock _gate = new();
    private int _balance;

    public int Balance => Volatile.Read(ref _balance);

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        if (Balance < amount)
        {
            return false;
        }

        lock (_gate)
        {
            _balance -= amount;
        }

        return true;
    }
}

internal sealed class WithTwoLocks : IAccount
{
    private readonly Lock _in = new();
    private readonly Lock _out = new();
    private int _balance;

    public int Balance => Volatile.Read(ref _balance);

    public void Deposit(int amount)
    {
        lock (_in)
        {
            _balance += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_out)
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            return true;
        }
    }
}

internal sealed class ThatForgetsToUnlock : IAccount
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _balance;

    public int Balance => Volatile.Read(ref _balance);

    public void Deposit(int amount)
    {
        _gate.Wait();
        _balance += amount;
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
        _gate.Release();
        return true;
    }
}

internal sealed class ThatGivesUp : IAccount
{
    private readonly object _gate = new();
    private int _balance;

    public int Balance => Volatile.Read(ref _balance);

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        if (!Monitor.TryEnter(_gate))
        {
            return false;
        }

        try
        {
            var isEnough = _balance >= amount;
            _balance -= isEnough ? amount : 0;
            return isEnough;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}

internal sealed class ThatShowsHalfOfIt : IAccount
{
    private readonly Lock _gate = new();
    private int _hundreds;
    private int _rest;

    public int Balance => (_hundreds * 100) + _rest;

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            Set(Balance + amount);
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_gate)
        {
            if (Balance < amount)
            {
                return false;
            }

            Set(Balance - amount);
            return true;
        }
    }

    private void Set(int balance)
    {
        _hundreds = balance / 100;
        _rest = balance % 100;
    }
}
