namespace Proofs.Golden.Scenes;

/// <summary>Livelock: who waits in the background is left looking again and again, where it should sleep.</summary>
public class WideAwake
{
    private readonly bool[] _ready = new bool[1];

    [Scene(ForbidBusyWaiting = true)]
    public void The_waiter_sleeps_until_the_dish_is_ready()
    {
        var alice = new Thread(() =>
        {
            while (!_ready[0])
            {
                Thread.Sleep(100);
            }
        })
        { Name = "Alice", IsBackground = true };

        alice.Start();
    }
}
