// Waits in Snapshot until nothing has changed for a while.
// refused by: Balance_and_number_of_operations_agree
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
            _operations++;
        }

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
            _operations++;
            return true;
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        while (true)
        {
            var before = (_balance, _operations);
            Thread.Sleep(100);
            if (before == (_balance, _operations))
            {
                return before;
            }
        }
    }
}
