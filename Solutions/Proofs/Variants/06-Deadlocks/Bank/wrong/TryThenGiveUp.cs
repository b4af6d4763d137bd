// E: a transfer that cannot get the second account is forgotten.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        lock (from)
        {
            if (Monitor.TryEnter(to, TimeSpan.FromSeconds(1)))
            {
                try
                {
                    from.Balance -= amount;
                    to.Balance += amount;
                    return;
                }
                finally
                {
                    Monitor.Exit(to);
                }
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
