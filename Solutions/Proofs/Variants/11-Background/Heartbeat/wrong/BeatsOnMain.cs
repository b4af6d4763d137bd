// Z: the heart beats on the thread of Main.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        while (true)
        {
            beat();
            Thread.Sleep(10);
        }
    }
}
