// The lock first and the semaphore under it: a cook who waits for a place keeps the waiters out.
namespace Koans.Queues;

public class Counter(int places)
{
    private readonly SemaphoreSlim _places = new(places, places);
    private readonly SemaphoreSlim _ready = new(0);
    private readonly Queue<string> _dishes = new();

    public void Put(string dish)
    {
        lock (_dishes)
        {
            _places.Wait();
            _dishes.Enqueue(dish);
            _ready.Release();
        }
    }

    public string Take()
    {
        _ready.Wait();
        lock (_dishes)
        {
            _places.Release();
            return _dishes.Dequeue();
        }
    }
}
