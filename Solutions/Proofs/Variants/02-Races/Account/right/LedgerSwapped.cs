// F: the list of all payments, swapped only if nobody else has swapped it.
using System.Collections.Immutable;

namespace Koans.Races;

public class Account
{
    private ImmutableList<int> _payments = [];

    public int Balance
    {
        get
        {
            return _payments.Sum();
        }
    }

    public void Deposit(int amount)
    {
        ImmutableInterlocked.Update(ref _payments, payments => payments.Add(amount));
    }

    public bool Withdraw(int amount)
    {
        while (true)
        {
            var seen = _payments;
            if (seen.Sum() < amount)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _payments, seen.Add(-amount), seen) == seen)
            {
                return true;
            }
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        var seen = _payments;
        return (seen.Sum(), seen.Count);
    }
}
