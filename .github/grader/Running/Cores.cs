namespace Grader.Running;

/// <summary>
/// Shares the machine among the processes that compute: as many at a time as there are cores, the oldest submission
/// first, so that one that has begun is soon done. A process that waits, or has taken long, makes way for others and is
/// only counted among those that are there, which are bounded too, since each has its memory.
/// </summary>
internal static class Cores
{
    private static readonly Lock s_lock = new();
    private static readonly PriorityQueue<TaskCompletionSource, (long Rank, long Arrival)> s_queue = new();
    private static long s_arrivals;
    private static int s_computing;
    private static int s_there;

    /// <summary>How many processes there may be at a time, whatever they do: a quarter of a gigabyte for each.</summary>
    public static int Most { get; } =
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 28, 2 * Environment.ProcessorCount, 16 * Environment.ProcessorCount);

    /// <summary>Waits for a core.</summary>
    /// <param name="rank">Smaller ones come first.</param>
    public static async Task<Place> Enter(long rank)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (s_lock)
        {
            s_queue.Enqueue(turn, (rank, s_arrivals++));
            Admit();
        }

        await turn.Task;
        return new Place();
    }

    private static void Admit()
    {
        while (s_computing < Environment.ProcessorCount && s_there < Most && s_queue.TryDequeue(out var next, out _))
        {
            s_computing++;
            s_there++;
            next.SetResult();
        }
    }

    /// <summary>What a process holds while it is there.</summary>
    internal sealed class Place : IDisposable
    {
        private bool _makesWay;
        private bool _isLeft;

        /// <summary>Tells whether the process makes way. One that no longer waits computes at once, and others come in later.</summary>
        public bool MakesWay
        {
            get => _makesWay;
            set
            {
                lock (s_lock)
                {
                    if (_makesWay != value && !_isLeft)
                    {
                        _makesWay = value;
                        s_computing += value ? -1 : 1;
                        Admit();
                    }
                }
            }
        }

        public void Dispose()
        {
            lock (s_lock)
            {
                if (!_isLeft)
                {
                    _isLeft = true;
                    s_there--;
                    s_computing -= _makesWay ? 0 : 1;
                    Admit();
                }
            }
        }
    }
}
