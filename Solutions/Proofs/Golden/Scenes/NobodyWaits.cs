namespace Proofs.Golden.Scenes;

/// <summary>An async void method: nobody can wait for its end.</summary>
public class NobodyWaits
{
    private readonly List<string> _served = [];

    [Scene]
    public void The_table_is_served()
    {
        var waiter = new Thread(Serve) { Name = "Alice" };

        waiter.Start();
        waiter.Join();
        var served = _served.Count;

        served.Should().Be(1, "Alice has ended");
    }

    private async void Serve()
    {
        await Task.Delay(10);
        _served.Add("soup");
    }
}
