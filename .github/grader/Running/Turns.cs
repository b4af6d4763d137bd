namespace Grader.Running;

/// <summary>
/// Lets submissions begin one after another, each when there is a core that no earlier one has a use for. So all have
/// their time to themselves, save what an earlier one spends waiting.
/// </summary>
internal static class Turns
{
    /// <summary>One whose sources keep the compiler busy for longer does not hold up the others.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(3);

    private static readonly SemaphoreSlim s_beginning = new(1);

    /// <summary>Waits for the turn, with a core to read and compile on. It ends when the turn is disposed of: then what is to be judged has been queued.</summary>
    public static async Task<IDisposable> Next()
    {
        await s_beginning.WaitAsync();
        var place = await Cores.Enter(long.MaxValue);
        return new Turn(place);
    }

    private sealed class Turn : IDisposable
    {
        private readonly IDisposable _place;
        private readonly Timer _patience;
        private int _isOver;

        public Turn(IDisposable place)
        {
            _place = place;
            _patience = new Timer(_ => LetNext(), null, s_longest, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _place.Dispose();
            _patience.Dispose();
            LetNext();
        }

        private void LetNext()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                s_beginning.Release();
            }
        }
    }
}
