// M: the bank's book is locked: many read it, and one transfer at a time writes it.
namespace Koans.Deadlocks;

public class Bank
{
    private readonly ReaderWriterLockSlim _book = new();

    public void Transfer(Account from, Account to, int amount)
    {
        _book.EnterWriteLock();
        try
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
        finally
        {
            _book.ExitWriteLock();
        }
    }
}

public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
