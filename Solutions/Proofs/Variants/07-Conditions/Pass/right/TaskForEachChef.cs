// Every chef who finds nothing leaves a task, and the next dish completes it.
namespace Koans.Conditions;

public class Pass
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _dishes = new();
    private readonly Queue<TaskCompletionSource<string>> _chefs = new();

    public void Prepare(string dish)
    {
        TaskCompletionSource<string>? chef;
        lock (_gate)
        {
            if (!_chefs.TryDequeue(out chef))
            {
                _dishes.Enqueue(dish);
                return;
            }
        }

        chef.SetResult(dish);
    }

    public string TakeDish()
    {
        TaskCompletionSource<string> mine;
        lock (_gate)
        {
            if (_dishes.TryDequeue(out var dish))
            {
                return dish;
            }

            mine = new TaskCompletionSource<string>();
            _chefs.Enqueue(mine);
        }

        return mine.Task.Result;
    }
}
