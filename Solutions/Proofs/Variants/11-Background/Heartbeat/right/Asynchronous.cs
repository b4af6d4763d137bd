// Between two beats nobody has to wait at all.
namespace Koans.Background;

public class Heartbeat
{
    public void Start(Action beat) => _ = Beat(beat);

    private static async Task Beat(Action beat)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        do
        {
            beat();
        }
        while (await timer.WaitForNextTickAsync());
    }
}
