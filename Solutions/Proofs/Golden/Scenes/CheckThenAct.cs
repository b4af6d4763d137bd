namespace Proofs.Golden.Scenes;

/// <summary>A wrong result with three threads: a decision is out of date when it is acted upon.</summary>
public class CheckThenAct
{
    private readonly object _gate = new();
    private int _balance = 100;

    [Scene]
    public void The_account_never_goes_below_zero()
    {
        Thread[] guests =
        [
            new(Withdraw) { Name = "Alice" },
            new(Withdraw) { Name = "Bob" },
            new(Withdraw) { Name = "Carol" },
        ];
        foreach (var guest in guests)
        {
            guest.Start();
        }

        foreach (var guest in guests)
        {
            guest.Join();
        }

        _balance.Should().BeGreaterThanOrEqualTo(0, "the bank lends nothing");
    }

    private void Withdraw()
    {
        if (_balance < 80)
        {
            return;
        }

        lock (_gate)
        {
            _balance -= 80;
        }
    }
}
