// Collects bytes until the empty line is there, however many reads that takes.
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        while (!request.ToString().Contains("\r\n\r\n"))
        {
            var length = guest.Read(buffer);
            if (length == 0)
            {
                throw new IOException("The guest has gone before the end of the request.");
            }

            request.Append(Encoding.ASCII.GetString(buffer, 0, length));
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
