using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Koans.WebServer;

/// <summary>A guest who speaks to the server over a socket of its own, word by word.</summary>
internal sealed class Guest : IDisposable
{
    private readonly TcpClient _client = new();

    public Guest(int port) => _client.Connect(IPAddress.Loopback, port);

    /// <summary>Whether nothing has come from the server so far, not even the end.</summary>
    public bool HasHeardNothing => !_client.Client.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>Asks for a path all at once.</summary>
    public static string Ask(int port, string path)
    {
        using var guest = new Guest(port);
        guest.AskFor(path);
        return guest.Hear();
    }

    /// <summary>A whole request.</summary>
    public void AskFor(string path) => Say($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    /// <summary>Anything at all.</summary>
    public void Say(string text) => _client.GetStream().Write(Encoding.ASCII.GetBytes(text));

    /// <summary>Everything that comes until the server hangs up.</summary>
    public string Hear()
    {
        var answer = new MemoryStream();
        try
        {
            _client.GetStream().CopyTo(answer);
        }
        catch (IOException)
        {
            // cut off: what has come has come
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>Walks out without a word, whatever is still to come.</summary>
    public void SlamTheDoor()
    {
        _client.LingerState = new LingerOption(enable: true, seconds: 0);
        _client.Dispose();
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>A request in pieces, each of which is there only when the one before has been read.</summary>
internal sealed class Pieces(params string[] pieces) : MemoryStream(Encoding.ASCII.GetBytes(string.Concat(pieces)))
{
    private int _piece;
    private int _left;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_left == 0)
        {
            _piece.Should().BeLessThan(pieces.Length, "who has asked says nothing more, and whoever listens on never answers");
            _left = pieces[_piece++].Length;
        }

        var length = base.Read(buffer, offset, Math.Min(_left, count));
        _left -= length;
        return length;
    }

    // All other ways to read come by the one above.
    public override int ReadByte()
    {
        var letter = new byte[1];
        return Read(letter, 0, 1) == 0 ? -1 : letter[0];
    }
}
