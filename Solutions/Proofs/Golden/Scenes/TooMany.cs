namespace Proofs.Golden.Scenes;

/// <summary>Inconclusive: more orders than the budget allows.</summary>
public class TooMany
{
    private int _total;

    [Scene(Orders = 100)]
    public void Three_cooks_count_as_they_like()
    {
        Thread[] cooks = [new(Add) { Name = "Alice" }, new(Add) { Name = "Bob" }, new(Add) { Name = "Carol" }];
        foreach (var cook in cooks)
        {
            cook.Start();
        }

        foreach (var cook in cooks)
        {
            cook.Join();
        }

        _total.Should().BePositive();
    }

    private void Add()
    {
        _total++;
        _total++;
        _total++;
    }
}
