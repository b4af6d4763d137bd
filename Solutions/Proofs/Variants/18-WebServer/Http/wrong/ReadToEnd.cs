// Waits until the guest hangs up, who waits for the answer.
// refused by: Requests_come_in_pieces_and_the_answer_is_HTTP
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        using var reader = new StreamReader(guest, Encoding.ASCII, leaveOpen: true);
        return reader.ReadToEnd().Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
