using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// One puts numbers into a ring and one takes them out, and two flags say whose turn it is. Who comes too early goes round
/// without waiting, so the number taken is not that of the round. Only the corrected taker counts what it has taken.
/// </summary>
internal sealed class CircularBuffer
{
    private readonly object _gate = new();
    private readonly int[] _slots = new int[10];
    private int _first, _next;
    private bool _maySend = true, _mayReceive;

    public static string Buggy(int rounds)
    {
        var buffer = new CircularBuffer();
        Crew.Together(() => buffer.Send(rounds), () => buffer.ReceiveByRound(rounds));
        return "fine";
    }

    public static string Corrected(int rounds)
    {
        var buffer = new CircularBuffer();
        Crew.Together(() => buffer.Send(rounds), () => buffer.ReceiveByCount(rounds));
        return "fine";
    }

    private void Send(int rounds)
    {
        var sent = 0;
        for (var i = 0; i < rounds; i++)
        {
            lock (_gate)
            {
                if (_maySend)
                {
                    Put(sent++);
                    (_maySend, _mayReceive) = (false, true);
                }
            }
        }
    }

    private void ReceiveByRound(int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            lock (_gate)
            {
                if (_mayReceive)
                {
                    Assert.That(Take() == i);
                    (_maySend, _mayReceive) = (true, false);
                }
            }
        }
    }

    private void ReceiveByCount(int rounds)
    {
        var received = 0;
        for (var i = 0; i < rounds; i++)
        {
            lock (_gate)
            {
                if (_mayReceive)
                {
                    Assert.That(Take() == received++);
                    (_maySend, _mayReceive) = (true, false);
                }
            }
        }
    }

    private void Put(int number)
    {
        _slots[_next] = number;
        _next = (_next + 1) % _slots.Length;
    }

    private int Take()
    {
        var number = _slots[_first];
        _first = (_first + 1) % _slots.Length;
        return number;
    }
}
