namespace Proofs.Golden.Scenes;

/// <summary>A wrong result before the other thread has done anything: all there is to tell is what was found, and by whom.</summary>
public class NobodyHasBegun
{
    [Scene]
    public void Coffee_waits_for_the_water()
    {
        Thread.CurrentThread.Name = "Cook";
        var waterBoils = false;
        var kettle = new Thread(() =>
        {
            Thread.Yield();
            waterBoils = true;
        })
        { Name = "Kettle" };

        kettle.Start();
        Thread.Sleep(3500);

        waterBoils.Should().BeTrue("coffee is poured when the water boils");
    }
}
