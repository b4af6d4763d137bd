// Reads lines until an empty one comes.
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        var reader = new StreamReader(guest, Encoding.ASCII);
        var path = "";
        for (var line = reader.ReadLine(); line is not (null or ""); line = reader.ReadLine())
        {
            path = path.Length > 0 ? path : line.Split(' ')[1];
        }

        return path;
    }

    public static void Answer(Stream guest, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
