// A withdrawal that was refused is counted all the same.
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
            _balance += amount;
            _operations++;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_gate)
        {
            _operations++;
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            return true;
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        lock (_gate)
        {
            return (_balance, _operations);
        }
    }
}
