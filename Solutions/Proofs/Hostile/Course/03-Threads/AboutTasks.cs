namespace Koans.Threads;

public class AboutTasks
{
    private int _count;

    // Says: no end in sight
    [Koan]
    public void A_task_never_ends() =>
        Task.Run(() =>
        {
            while (true)
            {
                _count++;
            }
        }).Wait();

    // Says: more than 64 threads were started
    [Koan]
    public void Every_task_starts_two_others() => Spawn();

    // Says: Expected everybody to finish
    [Koan]
    public void A_delay_lasts_for_ever() => Task.Delay(Timeout.Infinite).Wait();

    // Says: Expected everybody to finish
    [Koan]
    public void A_task_is_never_completed() => new TaskCompletionSource().Task.Wait();

    // Says: calls itself without end
    [Koan]
    public void An_async_method_calls_itself() => Deeper(0).Wait();

    // Says: goes round a loop for ever
    [Koan]
    public void An_async_method_steps_aside_for_ever() => StepAside().Wait();

    // Says: The soup is cold
    [Koan]
    public void An_async_method_throws_and_nobody_waits() => Fire();

    // Says: Expected everybody to finish
    [Koan]
    public void An_async_method_swallows_everything() => Swallow().Wait();

    private static void Spawn()
    {
        Task.Run(Spawn);
        Task.Run(Spawn);
    }

    private static async Task Deeper(int depth) => await Deeper(depth + 1);

    private static async Task StepAside()
    {
        while (true)
        {
            await Task.Yield();
        }
    }

    private static async void Fire()
    {
        await Task.Delay(1);
        throw new InvalidOperationException("The soup is cold.");
    }

    private async Task Swallow()
    {
        while (true)
        {
            try
            {
                await new TaskCompletionSource().Task;
            }
            catch
            {
            }
            finally
            {
                _count++;
            }
        }
    }
}
