namespace Proofs.Golden.Scenes;

/// <summary>A reader-writer lock: who may write later reads beside plain readers, and gives the lock back before it writes.</summary>
public class ReadersWhoWrite
{
    private readonly ReaderWriterLockSlim _menu = new();
    private readonly List<string> _dishes = [];

    [Scene]
    public void A_dish_is_on_the_menu_once()
    {
        var alice = new Thread(() => Offer("soup")) { Name = "Alice" };
        var bob = new Thread(() => Offer("soup")) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        _dishes.Should().Equal("soup");
    }

    private void Offer(string dish)
    {
        _menu.EnterUpgradeableReadLock();
        var isOffered = _dishes.Contains(dish);
        _menu.ExitUpgradeableReadLock();
        if (!isOffered)
        {
            _menu.EnterWriteLock();
            _dishes.Add(dish);
            _menu.ExitWriteLock();
        }
    }
}
