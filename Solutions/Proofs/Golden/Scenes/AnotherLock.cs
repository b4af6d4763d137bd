namespace Proofs.Golden.Scenes;

/// <summary>A data race: both take a lock, and not the same one.</summary>
public class AnotherLock
{
    private readonly List<string> _done = [];
    private readonly object _pan = new();
    private readonly object _door = new();

    [Scene(ForbidDataRaces = true)]
    public void The_waiter_may_look_while_somebody_cooks()
    {
        var seen = 0;
        var alice = new Thread(() => Cook("egg")) { Name = "Alice" };
        var carol = new Thread(() => seen = Look()) { Name = "Carol" };

        alice.Start();
        carol.Start();
        alice.Join();
        carol.Join();

        seen.Should().BeLessThan(2, "Alice has made one egg only");
    }

    private void Cook(string dish)
    {
        lock (_pan)
        {
            _done.Add(dish);
        }
    }

    private int Look()
    {
        lock (_door)
        {
            return _done.Count;
        }
    }
}
