// E: that nobody was stopped is only not told any more.
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
        try
        {
        #pragma warning disable SYSLIB0006
            _thread!.Abort();
        #pragma warning restore SYSLIB0006
        }
        catch (PlatformNotSupportedException)
        {
        }
    }
}
