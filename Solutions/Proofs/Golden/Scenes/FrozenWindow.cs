namespace Proofs.Golden.Scenes;

/// <summary>A handler that blocks the window until something is done that only the window can do.</summary>
public class FrozenWindow
{
    private string _shown = "";

    [Scene]
    public void The_window_shows_the_menu()
    {
        using (var window = new Window())
        {
            window.Post(Show);
        }

        _shown.Should().Be("soup");
    }

    private void Show()
    {
        _shown = Load().Result;
    }

    private async Task<string> Load()
    {
        await Task.Delay(100);
        return "soup";
    }
}
