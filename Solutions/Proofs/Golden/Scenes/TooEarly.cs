namespace Proofs.Golden.Scenes;

/// <summary>A wrong result that follows no pattern: two steps come in the wrong order, a Sleep notwithstanding.</summary>
public class TooEarly
{
    private string _cup = "empty";

    [Scene]
    public void Coffee_waits_for_the_water()
    {
        var poured = "nothing";
        var boil = new Thread(() => _cup = "hot water") { Name = "Kettle" };
        var pour = new Thread(() =>
        {
            Thread.Sleep(3500);
            poured = _cup;
        })
        { Name = "Cook" };

        boil.Start();
        pour.Start();
        boil.Join();
        pour.Join();

        poured.Should().Be("hot water");
    }
}
