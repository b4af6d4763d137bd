namespace Proofs.Golden.Scenes;

/// <summary>Live: a check that does not hold.</summary>
public class OneTooMany
{
    private int _inside;
    private int _most;

    [Scene(Patience = 20)]
    public void Three_fit_at_the_stove()
    {
        using var all = new Barrier(4);
        var cooks = Enumerable.Range(1, 4).Select(i => new Thread(() => Cook(all)) { Name = $"cook {i}" }).ToList();

        cooks.ForEach(cook => cook.Start());
        cooks.ForEach(cook => cook.Join());

        _most.Should().BeLessThanOrEqualTo(3, "three fit at the stove");
    }

    private void Cook(Barrier all)
    {
        var inside = Interlocked.Increment(ref _inside);
        all.SignalAndWait();
        InterlockedMax(inside);
    }

    private void InterlockedMax(int inside)
    {
        lock (this)
        {
            _most = Math.Max(_most, inside);
        }
    }
}
