using Sensei.Running;

namespace Sensei.Search;

/// <summary>An executed operation, as the search sees it.</summary>
internal struct Event
{
    internal int Thread;

    /// <summary>An earlier event that this one comes after for a reason other than a shared location; -1: none.</summary>
    internal int Cause;

    internal Operation Operation;
}

/// <summary>The events of one run, in order. Its storage is reused from run to run.</summary>
internal sealed class Trace
{
    private Event[] _events = new Event[256];

    internal int Count { get; private set; }

    internal ref Event this[int index] => ref _events[index];

    internal void Clear() => Count = 0;

    internal ref Event Append()
    {
        if (Count == _events.Length)
        {
            Array.Resize(ref _events, Count * 2);
        }

        return ref _events[Count++];
    }
}
