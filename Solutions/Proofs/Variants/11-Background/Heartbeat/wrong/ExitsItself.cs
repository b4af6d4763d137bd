// A heart that ends the process itself, after some time.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var heart = new Thread(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                beat();
                Thread.Sleep(10);
            }

            Environment.Exit(0);
        });
        heart.Start();
    }
}
