namespace Proofs.Golden.Scenes;

/// <summary>Two who read at once and then write one after the other, each under a reader-writer lock.</summary>
public class StaleMenu
{
    private readonly ReaderWriterLockSlim _menu = new();
    private int _portions = 1;

    [Scene]
    public void A_portion_is_promised_once()
    {
        var promised = 0;
        Thread[] waiters =
        [
            new(() => Interlocked.Add(ref promised, Promise())) { Name = "Alice" },
            new(() => Interlocked.Add(ref promised, Promise())) { Name = "Bob" },
        ];
        foreach (var waiter in waiters)
        {
            waiter.Start();
        }

        foreach (var waiter in waiters)
        {
            waiter.Join();
        }

        promised.Should().Be(1, "there is one portion");
    }

    private int Promise()
    {
        _menu.EnterReadLock();
        var isLeft = _portions > 0;
        _menu.ExitReadLock();
        if (!isLeft)
        {
            return 0;
        }

        _menu.EnterWriteLock();
        _portions--;
        _menu.ExitWriteLock();
        return 1;
    }
}
