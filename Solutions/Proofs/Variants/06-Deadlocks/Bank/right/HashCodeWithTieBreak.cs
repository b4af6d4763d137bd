// M: equal hash codes take a third lock first.
namespace Koans.Deadlocks;

public class Bank
{
    private readonly object _tie = new();

    public void Transfer(Account from, Account to, int amount)
    {
        var hashOfFrom = from.GetHashCode();
        var hashOfTo = to.GetHashCode();
        if (hashOfFrom == hashOfTo)
        {
            lock (_tie)
            {
                lock (from)
                {
                    lock (to)
                    {
                        from.Balance -= amount;
                        to.Balance += amount;
                    }
                }
            }

            return;
        }

        var first = hashOfFrom < hashOfTo ? from : to;
        var second = first == from ? to : from;
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
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
