// The heart is to be interrupted when the process exits, which it never does because of the heart.
// refused by: The_heartbeat_does_not_keep_the_restaurant_open
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var heart = new Thread(() =>
        {
            while (true)
            {
                beat();
                Thread.Sleep(10);
            }
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => heart.Interrupt();
        heart.Start();
    }
}
