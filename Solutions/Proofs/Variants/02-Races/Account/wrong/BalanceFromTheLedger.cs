// K: a bag of all that was paid; the sum is asked first and added to later.
// refused by: The_account_never_goes_below_zero_and_adds_up
using System.Collections.Concurrent;

namespace Koans.Races;

public class Account
{
    private readonly ConcurrentBag<int> _payments = [];

    public int Balance
    {
        get
        {
            return _payments.Sum();
        }
    }

    public void Deposit(int amount)
    {
        _payments.Add(amount);
    }

    public bool Withdraw(int amount)
    {
        if (_payments.Sum() < amount)
        {
            return false;
        }

        _payments.Add(-amount);
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        return (_payments.Sum(), _payments.Count);
    }
}
