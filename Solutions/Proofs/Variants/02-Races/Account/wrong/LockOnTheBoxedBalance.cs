// B: the number is put into a new box for every lock.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
namespace Koans.Races;

public class Account
{
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
        lock ((object)_balance)
        {
            _balance += amount;
            _operations++;
        }
    }

    public bool Withdraw(int amount)
    {
        lock ((object)_balance)
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
        lock ((object)_balance)
        {
            return (_balance, _operations);
        }
    }
}
