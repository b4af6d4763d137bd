// The two are sorted by id, and locked one after the other.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        var both = new[] { from, to }.OrderBy(account => account.Id).ToArray();
        foreach (var account in both)
        {
            Monitor.Enter(account);
        }

        try
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
        finally
        {
            foreach (var account in both)
            {
                Monitor.Exit(account);
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
