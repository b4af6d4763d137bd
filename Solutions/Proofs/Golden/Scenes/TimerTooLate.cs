namespace Proofs.Golden.Scenes;

/// <summary>A timer's callback that has begun is not stopped by disposing of the timer.</summary>
public class TimerTooLate
{
    private readonly List<string> _page = [];
    private bool _isClosed;

    [Scene]
    public void Nothing_is_written_into_a_closed_book()
    {
        using (var timer = new Timer(_ => Save(), null, 100, Timeout.Infinite))
        {
            _page.Add("soup");
        }

        _isClosed = true;
    }

    private void Save()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException("The book is closed.");
        }
    }
}
