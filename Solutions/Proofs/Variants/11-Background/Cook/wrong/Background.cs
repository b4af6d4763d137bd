// In the background, so that nobody has to stop the cook.
// refused by: Stopping_is_asking_not_killing
namespace Koans.Background;

public class Cook
{
    private Thread? _thread;

    public void Start(Action<CancellationToken> dish)
    {
        _thread = new Thread(() =>
        {
            while (true)
            {
                dish(CancellationToken.None);
            }
        })
        { Name = "the cook", IsBackground = true };
        _thread.Start();
    }

    public void Stop()
    {
        _thread = null;
    }
}
