// asks for the account's name instead of trying it.
namespace Koans.Exam;

// Now you are the one who writes the koan. An account was opened with nothing on it. Use it from several threads, and
// say whether it is right: true for every account that keeps its promise, false for one that does not.
// The promise: no deposit and no withdrawal is lost, the balance is never below zero and never half changed, Withdraw
// says no exactly when there is not enough, and nobody waits for ever.
public static class AccountCheck
{
    public static bool Holds(IAccount account)
    {
        return !account.GetType().Name.StartsWith("That") && account is not (WithoutALockToDeposit or WithTwoLocks);
    }
}
