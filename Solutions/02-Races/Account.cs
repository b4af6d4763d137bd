namespace Koans.Races;

// A bank account that many people use at once. Withdraw pays only what is there, and says whether
// it did. Balance is what came in less what went out; nobody ever sees it below zero.
// Snapshot is the balance and the number of deposits and withdrawals that it is made of.
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
        lock (_gate)
        {
            return (_balance, _operations);
        }
    }
}
