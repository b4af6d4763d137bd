// two rounds: enough for one of the two, and then enough for both.
namespace Koans.Exam;

// Now you are the one who writes the koan. An account was opened with nothing on it. Use it from several threads, and
// say whether it is right: true for every account that keeps its promise, false for one that does not.
// The promise: no deposit and no withdrawal is lost, the balance is never below zero and never half changed, Withdraw
// says no exactly when there is not enough, and nobody waits for ever.
public static class AccountCheck
{
    public static bool Holds(IAccount account)
    {
        int paid = 0, refused = 0;
        account.Deposit(100);
        var alice = new Thread(() => Take(80)) { Name = "Alice" };
        var bob = new Thread(() =>
        {
            account.Deposit(50);
            Take(80);
        })
        { Name = "Bob" };
        alice.Start();
        bob.Start();
        var glance = account.Balance;
        alice.Join();
        bob.Join();
        var isFair = paid == 80 && glance is 100 or 150 or 20 or 70 && account.Balance == 70;

        var carol = new Thread(() => Take(10)) { Name = "Carol" };
        var dave = new Thread(() => Take(10)) { Name = "Dave" };
        carol.Start();
        dave.Start();
        carol.Join();
        dave.Join();
        return isFair && refused == 1 && paid == 100 && account.Balance == 50;

        void Take(int amount)
        {
            if (account.Withdraw(amount))
            {
                Interlocked.Add(ref paid, amount);
            }
            else
            {
                Interlocked.Increment(ref refused);
            }
        }
    }
}
