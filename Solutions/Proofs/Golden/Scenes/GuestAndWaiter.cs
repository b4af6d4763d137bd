namespace Proofs.Golden.Scenes;

/// <summary>A reader-writer lock: who reads waits for what is written, and who wants to write waits for those who read.</summary>
public class GuestAndWaiter
{
    private readonly ReaderWriterLockSlim _menu = new();
    private readonly ManualResetEventSlim _priced = new();
    private int _price;

    [Scene]
    public void The_price_is_written_while_the_guest_reads()
    {
        var guest = new Thread(Read) { Name = "guest" };
        var waiter = new Thread(Write) { Name = "waiter" };

        guest.Start();
        waiter.Start();
        guest.Join();
        waiter.Join();

        _price.Should().Be(5);
    }

    private void Read()
    {
        _menu.EnterReadLock();
        _priced.Wait();
        _menu.ExitReadLock();
    }

    private void Write()
    {
        _menu.EnterUpgradeableReadLock();
        if (_price == 0)
        {
            _menu.EnterWriteLock();
            _price = 5;
            _menu.ExitWriteLock();
        }

        _priced.Set();
        _menu.ExitUpgradeableReadLock();
    }
}
