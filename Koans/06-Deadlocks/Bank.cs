namespace Koans.Deadlocks;

// A transfer locks both accounts, so that it is whole. Many run at once, in all directions; an
// account may even pay itself. Every transfer comes to its end, and no money appears or is lost.
public class Bank
{
    public void Transfer(Account from, Account to, int amount)
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
}

// Every account has an id of its own. The bank files accounts by the last digit of the id, so two
// accounts may well have the same hash code.
public class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance { get; set; } = balance;

    public override int GetHashCode() => Id % 10;
}
