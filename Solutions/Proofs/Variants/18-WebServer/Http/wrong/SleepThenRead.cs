// S: a moment for the rest, which may need longer.
// refused by: Requests_come_in_pieces_and_the_answer_is_HTTP
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        Thread.Sleep(20);
        var buffer = new byte[1024];
        var length = guest.Read(buffer);
        var request = Encoding.ASCII.GetString(buffer, 0, length);
        return request.Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
