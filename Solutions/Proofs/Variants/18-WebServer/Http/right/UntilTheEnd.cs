// No length: the text ends where the connection ends.
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        using var reader = new StreamReader(guest, Encoding.ASCII, leaveOpen: true);
        var request = reader.ReadLine() ?? "";
        while (reader.ReadLine() is { Length: > 0 })
        {
        }

        return request.Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        guest.Write(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{text}"));
    }
}
