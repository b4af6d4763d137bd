// WaitAll takes both mutexes or none of them.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        WaitHandle[] both = from.Id == to.Id ? [from.Gate] : [from.Gate, to.Gate];
        WaitHandle.WaitAll(both);
        try
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
        finally
        {
            foreach (var gate in both)
            {
                ((Mutex)gate).ReleaseMutex();
            }
        }
    }
}

public class Account(int id, int balance)
{
    public Mutex Gate { get; } = new();

    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
