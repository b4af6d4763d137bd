using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// Two kinds of visitor use one room, never both kinds at once: the first of a kind takes the room, the last gives it
/// back. Both kinds count under one lock, and who waits for the room keeps that lock from the one who would free it.
/// </summary>
internal sealed class Carter
{
    private readonly object _room = new();
    private int _readers, _writers;

    public static string Buggy()
    {
        var house = new Carter();
        var counts = new object();
        Crew.Together(() => Visit(house, counts, ref house._readers), () => Visit(house, counts, ref house._writers));
        return "fine";
    }

    public static string Corrected()
    {
        var house = new Carter();
        object readerCount = new(), writerCount = new();
        Crew.Together(() => Visit(house, readerCount, ref house._readers), () => Visit(house, writerCount, ref house._writers));
        return "fine";
    }

    private static void Visit(Carter house, object counts, ref int visitors)
    {
        lock (counts)
        {
            if (++visitors == 1) Monitor.Enter(house._room);
        }

        lock (counts)
        {
            if (--visitors == 0) Monitor.Exit(house._room);
        }
    }
}
