using System.Text;

namespace Sensei.Children;

/// <summary>
/// Reads what a child prints, as it prints it. On a thread of its own: those of the pool may all be taken by the very code
/// that is judged, and then what the child has said would not be heard.
/// </summary>
internal sealed class Listener
{
    private readonly StringBuilder _text = new();
    private readonly Thread _thread;

    /// <param name="from">One of the child's streams.</param>
    /// <param name="word">What to listen for; null for nothing.</param>
    /// <param name="heard">What is done when it is heard.</param>
    internal Listener(StreamReader from, string? word, Action heard)
    {
        _thread = new Thread(() => Read(from, word, heard)) { IsBackground = true, Name = "Sensei listens" };
        _thread.UnsafeStart();
    }

    /// <summary>What has been read so far, with line ends as on Unix.</summary>
    internal string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString().ReplaceLineEndings("\n");
            }
        }
    }

    /// <summary>Waits until there is nothing more to be read; but not for those who have inherited the stream.</summary>
    internal void Join(TimeSpan patience) => _thread.Join(patience);

    private void Read(StreamReader from, string? word, Action heard)
    {
        var buffer = new char[4096];
        try
        {
            int count;
            while ((count = from.Read(buffer)) > 0)
            {
                var recent = Add(buffer.AsSpan(0, count), word?.Length ?? 0);
                if (word is not null && recent.Contains(word, StringComparison.Ordinal))
                {
                    heard();
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // the child has been let go while others held its stream
        }
    }

    /// <summary>Keeps a piece; returns it with as much before it as the beginning of a word may be.</summary>
    private string Add(ReadOnlySpan<char> piece, int reach)
    {
        lock (_text)
        {
            _text.Append(piece);
            var start = Math.Max(0, _text.Length - piece.Length - reach);
            return _text.ToString(start, _text.Length - start);
        }
    }
}
