// The flag, set in a line of its own.
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
        heart.IsBackground = true;
        heart.Start();
    }
}
