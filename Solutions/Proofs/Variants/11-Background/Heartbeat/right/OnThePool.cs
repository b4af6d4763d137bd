// Threads of the pool are in the background already.
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        Task.Run(() =>
        {
            while (true)
            {
                beat();
                Thread.Sleep(10);
            }
        });
    }
}
