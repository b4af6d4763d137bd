// I: each number is always right, and whoever looks between the two sees what never was.
// refused by: Balance_and_number_of_operations_agree
// met by: The_account_never_goes_below_zero_and_adds_up
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
        int seen;
        do
        {
            seen = _balance;
            if (seen < amount)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _balance, seen - amount, seen) != seen);

        Interlocked.Increment(ref _operations);
        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        return (_balance, _operations);
    }
}
