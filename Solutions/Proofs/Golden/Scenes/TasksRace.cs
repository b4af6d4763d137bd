namespace Proofs.Golden.Scenes;

/// <summary>A wrong result with tasks: they go by the names of their methods.</summary>
public class TasksRace
{
    private int _letters;

    [Scene]
    public async Task Every_letter_is_counted()
    {
        await Task.WhenAll(Task.Run(Sort), Task.Run(Deliver));

        _letters.Should().Be(3, "two are sorted and one is delivered");
    }

    private void Sort() => _letters += 2;

    private void Deliver() => _letters++;
}
