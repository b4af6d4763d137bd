namespace Koans.Background;

// As long as the restaurant is open its heart beats, again and again, and tells the office that all is well.
// When everybody else has gone home the restaurant closes; nobody has to stop the heart first.
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
        heart.Start();
    }
}
