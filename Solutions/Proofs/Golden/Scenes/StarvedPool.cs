namespace Proofs.Golden.Scenes;

/// <summary>Work on the pool that blocks its threads until something is done for which there is no thread.</summary>
public class StarvedPool
{
    private int _served;

    [Scene(PoolThreads = 2)]
    public async Task Both_guests_are_served()
    {
        await Task.WhenAll(Task.Run(ServeAlice), Task.Run(ServeBob));

        _served.Should().Be(2);
    }

    private void ServeAlice()
    {
        Fetch().Wait();
        Interlocked.Increment(ref _served);
    }

    private void ServeBob()
    {
        Fetch().Wait();
        Interlocked.Increment(ref _served);
    }

    private async Task Fetch()
    {
        await Task.Delay(10);
    }
}
