using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Deposit, withdrawal and a check of the sum, each under the lock. The check expects the wrong sum.</summary>
internal sealed class Account
{
    private readonly object _gate = new();
    private int _balance = 1;
    private bool _deposited, _withdrawn;

    public static string Buggy() => Run(expected: 1 - 2 - 4);

    public static string Corrected() => Run(expected: 1 + 2 - 4);

    private static string Run(int expected)
    {
        var account = new Account();
        Crew.Together(() => account.Check(expected), () => account.Deposit(2), () => account.Withdraw(4));
        return "fine";
    }

    private void Deposit(int amount)
    {
        lock (_gate)
        {
            _balance += amount;
            _deposited = true;
        }
    }

    private void Withdraw(int amount)
    {
        lock (_gate)
        {
            _balance -= amount;
            _withdrawn = true;
        }
    }

    private void Check(int expected)
    {
        lock (_gate)
        {
            if (_deposited && _withdrawn) Assert.That(_balance == expected);
        }
    }
}
