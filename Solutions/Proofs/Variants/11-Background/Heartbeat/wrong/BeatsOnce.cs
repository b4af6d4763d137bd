// One beat is no heartbeat.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var heart = new Thread(() => beat()) { IsBackground = true };
        heart.Start();
    }
}
