// E: who pays himself gets money that nobody sent.
namespace Koans.Deadlocks;

public class Bank
{
    public void Transfer(Account from, Account to, int amount)
    {
        var first = from.Id < to.Id ? from : to;
        var second = first == from ? to : from;
        lock (first)
        {
            lock (second)
            {
                var left = from.Balance - amount;
                var grown = to.Balance + amount;
                from.Balance = left;
                to.Balance = grown;
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
