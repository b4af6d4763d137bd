// Backs off and tries again, and forgets to give the first one back.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        while (true)
        {
            Monitor.Enter(from);
            if (Monitor.TryEnter(to))
            {
                from.Balance -= amount;
                to.Balance += amount;
                Monitor.Exit(to);
                Monitor.Exit(from);
                return;
            }
        }
    }
}

public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
