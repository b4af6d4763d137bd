namespace Proofs.Golden.Scenes;

/// <summary>A deadlock of two async methods.</summary>
public class TwoPermits
{
    private readonly SemaphoreSlim _oven = new(1, 1);
    private readonly SemaphoreSlim _mixer = new(1, 1);

    [Scene]
    public async Task Cake_and_bread_are_both_baked() => await Task.WhenAll(Task.Run(BakeCake), Task.Run(BakeBread));

    private async Task BakeCake()
    {
        await _mixer.WaitAsync();
        await _oven.WaitAsync();
        _oven.Release();
        _mixer.Release();
    }

    private async Task BakeBread()
    {
        await _oven.WaitAsync();
        await _mixer.WaitAsync();
        _mixer.Release();
        _oven.Release();
    }
}
