// M: lets go of the first account and tries again until the money has moved.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        while (true)
        {
            lock (from)
            {
                if (Monitor.TryEnter(to))
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

            Thread.Yield();
        }
    }
}

public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
