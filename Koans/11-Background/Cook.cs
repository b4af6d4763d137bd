namespace Koans.Background;

// The cook makes one dish after another, until the kitchen closes. Each dish is told by a token when it is time to stop.
// Stop lets the dish at hand be finished; when it returns, the cook has gone.
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
#pragma warning disable SYSLIB0006 // it has worked for twenty years
        _thread!.Abort();
#pragma warning restore SYSLIB0006
        _thread.Join();
    }
}
