// Waits a second for the second account, and then pays without it.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        lock (from)
        {
            var taken = Monitor.TryEnter(to, TimeSpan.FromSeconds(1));
            from.Balance -= amount;
            to.Balance += amount;
            if (taken)
            {
                Monitor.Exit(to);
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
