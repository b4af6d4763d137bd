// I: both numbers in one 64-bit number, changed in one step or tried again.
namespace Koans.Races;

public class Account
{
    private long _both;

    public int Balance => BalanceOf(Interlocked.Read(ref _both));

    public void Deposit(int amount)
    {
        Interlocked.Add(ref _both, Pack(amount, 1));
    }

    public bool Withdraw(int amount)
    {
        long seen;
        do
        {
            seen = Interlocked.Read(ref _both);
            if (BalanceOf(seen) < amount)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _both, seen + Pack(-amount, 1), seen) != seen);

        return true;
    }

    public (int Balance, int Operations) Snapshot()
    {
        var seen = Interlocked.Read(ref _both);
        return (BalanceOf(seen), (int)(seen & 0xFFFF_FFFF));
    }

    private static long Pack(int balance, int operations) => ((long)balance << 32) + operations;

    private static int BalanceOf(long both) => (int)(both >> 32);
}
