// N: everybody brings a lock of their own.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
namespace Koans.Races;

public class Account
{
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        lock (new object())
        {
            _balance += amount;
            _operations++;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (new object())
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
        lock (new object())
        {
            return (_balance, _operations);
        }
    }
}
