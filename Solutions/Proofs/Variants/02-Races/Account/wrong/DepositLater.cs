// The pool pays in, one after the other, and nobody waits for it.
// refused by: The_account_never_goes_below_zero_and_adds_up, Balance_and_number_of_operations_agree
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
        Task.Run(() =>
        {
            lock (_gate)
            {
                _balance += amount;
                _operations++;
            }
        });
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
        lock (_gate)
        {
            return (_balance, _operations);
        }
    }
}
