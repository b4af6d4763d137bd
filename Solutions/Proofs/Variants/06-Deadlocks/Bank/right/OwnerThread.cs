// A: one thread moves all the money.
using System.Collections.Concurrent;

namespace Koans.Deadlocks;

public class Bank
{
    private readonly BlockingCollection<Action> _jobs = new();

    public Bank()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    public void Transfer(Account from, Account to, int amount)
    {
        var answered = new SemaphoreSlim(0);
        _jobs.Add(() =>
        {
            from.Balance -= amount;
            to.Balance += amount;
            answered.Release();
        });
        answered.Wait();
    }

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}

public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
