// I: takes first and gives back what was not there; in between the balance is below zero.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
namespace Koans.Races;

public class Account
{
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        Interlocked.Add(ref _balance, amount);
        Interlocked.Increment(ref _operations);
    }

    public bool Withdraw(int amount)
    {
        if (Interlocked.Add(ref _balance, -amount) < 0)
        {
            Interlocked.Add(ref _balance, amount);
            return false;
        }

        Interlocked.Increment(ref _operations);
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        return (_balance, _operations);
    }
}
