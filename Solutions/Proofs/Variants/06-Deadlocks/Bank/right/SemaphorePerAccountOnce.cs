// M: a semaphore per account by id, and paying oneself takes it once.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        if (from == to)
        {
            return;
        }

        var first = from.Id < to.Id ? from : to;
        var second = first == from ? to : from;
        first.Gate.Wait();
        second.Gate.Wait();
        try
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
        finally
        {
            second.Gate.Release();
            first.Gate.Release();
        }
    }
}

public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public override int GetHashCode() => Id % 10;
}
