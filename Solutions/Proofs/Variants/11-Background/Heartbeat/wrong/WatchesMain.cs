// P: it looks whether the thread of Main is still there, and keeps it there by that.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var main = Thread.CurrentThread;
        var heart = new Thread(() =>
        {
            while (main.IsAlive)
            {
                beat();
                Thread.Sleep(10);
            }
        });
        heart.Start();
    }
}
