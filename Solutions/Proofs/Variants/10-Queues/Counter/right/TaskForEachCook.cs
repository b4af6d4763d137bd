// A cook who finds no place leaves a task, and who takes a dish completes the oldest.
namespace Koans.Queues;

public class Counter(int places)
{
    private readonly object _gate = new();
    private readonly Queue<string> _dishes = new(places);
    private readonly Queue<TaskCompletionSource> _cooks = new();

    public void Put(string dish)
    {
        while (true)
        {
            TaskCompletionSource mine;
            lock (_gate)
            {
                if (_dishes.Count < places)
                {
                    _dishes.Enqueue(dish);
                    Monitor.PulseAll(_gate);
                    return;
                }

                mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _cooks.Enqueue(mine);
            }

            mine.Task.Wait();
        }
    }

    public string Take()
    {
        lock (_gate)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            if (_cooks.TryDequeue(out var cook))
            {
                cook.SetResult();
            }

            return _dishes.Dequeue();
        }
    }
}
