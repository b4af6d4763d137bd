// W: each number is read under the lock, and the lock is given back in between.
// refused by: Balance_and_number_of_operations_agree
// met by: The_account_never_goes_below_zero_and_adds_up
namespace Koans.Races;

public class Account
{
    private readonly object _gate = new();
    private int _balance;
    private int _operations;

    public int Balance => _balance;

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
        int balance;
        lock (_gate)
        {
            balance = _balance;
        }

        lock (_gate)
        {
            return (balance, _operations);
        }
    }
}
