// It closes the restaurant after the first beat.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var heart = new Thread(() =>
        {
            beat();
            Environment.Exit(0);
        });
        heart.Start();
        heart.Join();
    }
}
