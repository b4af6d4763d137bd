// M: one lock for the whole bank.
namespace Koans.Deadlocks;

public class Bank
{
    private readonly object _bank = new();

    public void Transfer(Account from, Account to, int amount)
    {
        lock (_bank)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }
}

public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
