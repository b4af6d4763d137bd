// A: one thread owns both numbers, and all others ask it.
using System.Collections.Concurrent;

namespace Koans.Races;

public class Account
{
    private readonly BlockingCollection<Action> _jobs = new();
    private int _balance;
    private int _operations;

    public Account()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    public int Balance => Ask(() => _balance);

    public void Deposit(int amount)
    {
        Ask(() =>
        {
            _operations++;
            return _balance += amount;
        });
    }

    public bool Withdraw(int amount)
    {
        return Ask(() =>
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            _operations++;
            return true;
        });
    }

    public (int Balance, int Operations) Snapshot() => Ask(() => (_balance, _operations));

    private T Ask<T>(Func<T> question)
    {
        T answer = default!;
        var answered = new SemaphoreSlim(0);
        _jobs.Add(() =>
        {
            answer = question();
            answered.Release();
        });
        answered.Wait();
        return answer;
    }

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
