// A thread of its own, in the background, by way of a task.
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat) => Task.Factory.StartNew(
        () =>
        {
            while (true)
            {
                beat();
                Thread.Sleep(10);
            }
        },
        TaskCreationOptions.LongRunning);
}
