// I: each exchange is one step, and what it stores was made before it.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
namespace Koans.Races;

public class Account
{
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        Interlocked.Exchange(ref _balance, _balance + amount);
        Interlocked.Increment(ref _operations);
    }

    public bool Withdraw(int amount)
    {
        if (_balance < amount)
        {
            return false;
        }

        Interlocked.Exchange(ref _balance, _balance - amount);
        Interlocked.Increment(ref _operations);
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        return (_balance, _operations);
    }
}
