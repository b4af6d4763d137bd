// Waits for a cook whom nobody has told.
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
        { Name = "the cook" };
        _thread.Start();
    }

    public void Stop()
    {
        _thread!.Join();
    }
}
