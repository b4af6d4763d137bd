using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// One fills a queue and notes what it put in, one empties it and compares. The flags let each work once for each work of
/// the other, but the taker looks into the notes at the number of its round and not at that of what it has taken.
/// </summary>
internal sealed class Queue
{
    private readonly object _gate = new();
    private readonly Queue<int> _queue = new();
    private readonly int[] _noted;
    private bool _mayPut, _mayTake = true;

    private Queue(int size)
    {
        _noted = new int[size];
        Store(0);
    }

    public static string Buggy(int size)
    {
        var it = new Queue(size);
        Crew.Together(() => it.Fill(size), () => it.EmptyByRound(size));
        return "fine";
    }

    public static string Corrected(int size)
    {
        var it = new Queue(size);
        Crew.Together(() => it.Fill(size), () => it.EmptyByCount(size));
        return "fine";
    }

    private void Fill(int size)
    {
        for (var i = 1; i < size; i++)
        {
            lock (_gate)
            {
                if (_mayPut)
                {
                    Store(i);
                    (_mayPut, _mayTake) = (false, true);
                }
            }
        }
    }

    private void EmptyByRound(int size)
    {
        for (var i = 0; i < size; i++)
        {
            lock (_gate)
            {
                if (_mayTake)
                {
                    Assert.That(_queue.Dequeue() == _noted[i]);
                    (_mayPut, _mayTake) = (true, false);
                }
            }
        }
    }

    private void EmptyByCount(int size)
    {
        for (var i = 0; i < size; i++)
        {
            lock (_gate)
            {
                if (_mayTake)
                {
                    var taken = _queue.Dequeue();
                    Assert.That(taken == _noted[taken]);
                    (_mayPut, _mayTake) = (true, false);
                }
            }
        }
    }

    private void Store(int number)
    {
        _queue.Enqueue(number);
        _noted[number] = number;
    }
}
