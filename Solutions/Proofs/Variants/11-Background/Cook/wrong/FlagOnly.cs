// V: the loop sees the flag, the dish at hand does not.
// refused by: Stopping_is_asking_not_killing
namespace Koans.Background;

public class Cook
{
    private volatile bool _closing;
    private Thread? _thread;

    public void Start(Action<CancellationToken> dish)
    {
        _thread = new Thread(() =>
        {
            while (!_closing)
            {
                dish(CancellationToken.None);
            }
        })
        { Name = "the cook" };
        _thread.Start();
    }

    public void Stop()
    {
        _closing = true;
        _thread!.Join();
    }
}
