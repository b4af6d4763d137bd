// D: depositing and withdrawing take different locks.
// refused by: The_account_never_goes_below_zero_and_adds_up
namespace Koans.Races;

public class Account
{
    private readonly object _in = new();
    private readonly object _out = new();
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        lock (_in)
        {
            _balance += amount;
            _operations++;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_out)
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
        lock (_in)
        {
            lock (_out)
            {
                return (_balance, _operations);
            }
        }
    }
}
