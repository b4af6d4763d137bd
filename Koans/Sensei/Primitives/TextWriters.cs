using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="TextWriter"/>: the one that lets several threads take turns at another.</summary>
[Follows(typeof(TextWriter))]
public static class TextWriters
{
    /// <summary>Follows <see cref="TextWriter.Synchronized"/>: every call holds its monitor.</summary>
    public static TextWriter Synchronized(TextWriter writer, int site) =>
        writer is null or TurnTaker || Strand.Current is null ? TextWriter.Synchronized(writer!) : new TurnTaker(writer);
}
