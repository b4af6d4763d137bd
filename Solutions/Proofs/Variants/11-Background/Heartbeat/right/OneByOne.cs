// Each beat starts a thread for the next.
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat)
    {
        var heart = new Thread(() =>
        {
            beat();
            Thread.Sleep(10);
            Start(beat);
        })
        { IsBackground = true };
        heart.Start();
    }
}
