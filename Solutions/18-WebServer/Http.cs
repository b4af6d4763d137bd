using System.Text;

namespace Koans.WebServer;

// What server and guests say to each other. A request begins with a line such as "GET /soup HTTP/1.1",
// more lines follow, and an empty one ends it. It comes in as many pieces as the network likes, and
// then the guest says nothing more. The answer has such lines, too, an empty one, and then its text.
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
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
