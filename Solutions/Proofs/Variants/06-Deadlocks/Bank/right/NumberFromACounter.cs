// Every account draws a number when it is opened, and the smaller one comes first.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = from.Number <= to.Number ? (from, to) : (to, from);
        lock (first)
        {
            lock (second)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }
}

public class Account(int id, int balance)
{
    private static int s_last;

    public int Number { get; } = Interlocked.Increment(ref s_last);

    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
