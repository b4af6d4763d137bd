namespace Proofs.Golden.Scenes;

/// <summary>A data race: every order ends well, but nothing orders the two uses of the list.</summary>
public class LookWithoutTheLock
{
    private readonly List<string> _done = [];
    private readonly object _pan = new();

    [Scene(ForbidDataRaces = true)]
    public void The_waiter_may_look_at_any_time()
    {
        var alice = new Thread(() => Cook("egg")) { Name = "Alice" };
        var carol = new Thread(() => Look()) { Name = "Carol" };

        alice.Start();
        carol.Start();
        alice.Join();
        carol.Join();

        _done.Should().HaveCount(1, "Alice has made an egg");
    }

    private void Cook(string dish)
    {
        lock (_pan)
        {
            _done.Add(dish);
        }
    }

    private bool Look() => _done.Count > 0;
}
