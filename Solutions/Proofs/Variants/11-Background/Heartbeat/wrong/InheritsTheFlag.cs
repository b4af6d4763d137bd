// What a background thread starts is not in the background for that.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var parent = new Thread(() =>
        {
            var heart = new Thread(() =>
            {
                while (true)
                {
                    beat();
                    Thread.Sleep(10);
                }
            });
            heart.Start();
        })
        { IsBackground = true };
        parent.Start();
    }
}
