using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>Something that a thread waits for by way of a <see cref="WaitHandle"/>. Open means that waiting would succeed.</summary>
internal interface IWaitable : IGate
{
    /// <summary>The location that stands for it.</summary>
    Location Location { get; }

    /// <summary>How a wait that succeeds uses the location.</summary>
    Access Access { get; }

    /// <summary>What succeeding means, done to the real one as well.</summary>
    /// <returns>False for a mutex whose owner has died.</returns>
    bool Take(Strand me, int site);

    /// <summary>What a thread saw that went away without it.</summary>
    void Miss(Strand me) => me.Spinning.NoteRead(Location);
}
