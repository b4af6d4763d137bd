// more is asked than was promised: who of the two gets the money.
namespace Koans.Exam;

// Now you are the one who writes the koan. An account was opened with nothing on it. Use it from several threads, and
// say whether it is right: true for every account that keeps its promise, false for one that does not.
// The promise: no deposit and no withdrawal is lost, the balance is never below zero and never half changed, Withdraw
// says no exactly when there is not enough, and nobody waits for ever.
public static class AccountCheck
{
    public static bool Holds(IAccount account)
    {
        bool byAlice = false, byBob = false;
        account.Deposit(100);
        var alice = new Thread(() => byAlice = account.Withdraw(70)) { Name = "Alice" };
        var bob = new Thread(() =>
        {
            account.Deposit(20);
            byBob = account.Withdraw(70);
        })
        { Name = "Bob" };

        alice.Start();
        bob.Start();
        var byMe = account.Withdraw(10);
        var glance = account.Balance;
        alice.Join();
        bob.Join();
        account.Deposit(30);

        return byMe && byAlice && !byBob && glance is 90 or 20 or 110 or 40 && account.Balance == 70;
    }
}
