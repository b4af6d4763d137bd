// V: volatile fields, and nothing between the check and the deed.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
namespace Koans.Races;

public class Account
{
    private volatile int _balance;
    private volatile int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        _balance += amount;
        _operations++;
    }

    public bool Withdraw(int amount)
    {
        if (_balance < amount)
        {
            return false;
        }

        _balance -= amount;
        _operations++;
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        return (_balance, _operations);
    }
}
