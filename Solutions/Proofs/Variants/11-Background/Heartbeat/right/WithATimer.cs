// A timer beats on threads of the pool.
namespace Koans.Background;

public class Heartbeat
{
    private Timer? _timer;

    public void Start(Action beat) => _timer = new Timer(_ => beat(), null, 0, 10);
}
