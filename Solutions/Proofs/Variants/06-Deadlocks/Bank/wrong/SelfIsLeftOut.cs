// Whoever pays itself pays, and gets nothing.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = from.Id < to.Id ? (from, to) : (to, from);
        lock (first)
        {
            lock (second)
            {
                from.Balance -= amount;
                if (from != to)
                {
                    to.Balance += amount;
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
