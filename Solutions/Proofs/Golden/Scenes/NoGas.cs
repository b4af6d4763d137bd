namespace Proofs.Golden.Scenes;

/// <summary>An exception in an async method that returns a value task, and in the one that awaits it.</summary>
public class NoGas
{
    private bool _gas;

    [Scene]
    public async Task The_oven_is_lit_when_there_is_gas()
    {
        var opened = OpenAsync();
        var baked = BakeAsync();

        await opened;
        (await baked).Should().Be("bread");
    }

    private async ValueTask OpenAsync()
    {
        await Task.Delay(100);
        _gas = true;
    }

    private async ValueTask<string> BakeAsync()
    {
        await LightAsync();
        return "bread";
    }

    private async ValueTask LightAsync()
    {
        await Task.Delay(200);
        if (!_gas)
        {
            throw new InvalidOperationException("There is no gas.");
        }
    }
}
