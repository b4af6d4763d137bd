namespace Proofs.Golden.Scenes;

/// <summary>A deadlock of one: a task that nobody has started.</summary>
public class NeverStarted
{
    [Scene]
    public void The_soup_is_cooked()
    {
        var isCooked = false;
        var soup = new Task(() => isCooked = true);

        soup.Wait();

        isCooked.Should().BeTrue("it has been waited for");
    }
}
