namespace Proofs.Golden.Scenes;

/// <summary>A lost wake-up.</summary>
public class MissedSignal
{
    private readonly object _bell = new();

    [Scene]
    public void The_chef_does_not_sleep_through_the_bell()
    {
        var chef = new Thread(() =>
        {
            lock (_bell)
            {
                Monitor.Wait(_bell);
            }
        })
        { Name = "Chef" };
        var waiter = new Thread(() =>
        {
            lock (_bell)
            {
                Monitor.Pulse(_bell);
            }
        })
        { Name = "Waiter" };

        chef.Start();
        waiter.Start();
        chef.Join();
        waiter.Join();
    }
}
