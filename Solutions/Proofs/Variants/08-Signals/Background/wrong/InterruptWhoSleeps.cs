// The signal interrupts those who sleep, and who has not gone to sleep yet does not notice.
namespace Koans.Signals;

public class Background
{
    private readonly List<Thread> _asleep = [];

    public void Run(Action work)
    {
        lock (_asleep)
        {
            _asleep.Add(Thread.CurrentThread);
        }

        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        catch (ThreadInterruptedException)
        {
        }

        work();
    }

    public void Signal()
    {
        lock (_asleep)
        {
            _asleep.ForEach(thread => thread.Interrupt());
        }
    }
}
