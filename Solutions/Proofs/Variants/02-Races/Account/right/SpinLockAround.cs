// M: a spin lock makes each visit whole.
namespace Koans.Races;

public class Account
{
    private SpinLock _gate;
    private int _balance;
    private int _operations;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            _balance += amount;
            _operations++;
        }
        finally
        {
            if (taken)
            {
                _gate.Exit();
            }
        }
    }

    public bool Withdraw(int amount)
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            _operations++;
            return true;
        }
        finally
        {
            if (taken)
            {
                _gate.Exit();
            }
        }
    }

    public (int Balance, int Operations) Snapshot()
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            return (_balance, _operations);
        }
        finally
        {
            if (taken)
            {
                _gate.Exit();
            }
        }
    }
}
