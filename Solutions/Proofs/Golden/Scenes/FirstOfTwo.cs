namespace Proofs.Golden.Scenes;

/// <summary>After WhenAny one of two is complete, and not both.</summary>
public class FirstOfTwo
{
    private int _plates;

    [Scene]
    public async Task Both_plates_are_on_the_table()
    {
        await Task.WhenAny(Task.Run(Soup), Task.Run(Bread));

        _plates.Should().Be(2);
    }

    private void Soup() => Interlocked.Increment(ref _plates);

    private void Bread() => Interlocked.Increment(ref _plates);
}
