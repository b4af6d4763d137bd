// A read that does not fill the buffer need not be the last.
// refused by: Requests_come_in_pieces_and_the_answer_is_HTTP
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        int length;
        do
        {
            length = guest.Read(buffer);
            request.Append(Encoding.ASCII.GetString(buffer, 0, length));
        }
        while (length == buffer.Length);

        return request.ToString().Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
