// One byte at a time: slow, and right.
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        var request = new StringBuilder();
        while (!request.ToString().EndsWith("\r\n\r\n"))
        {
            var letter = guest.ReadByte();
            if (letter < 0)
            {
                break;
            }

            request.Append((char)letter);
        }

        return request.ToString().Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
