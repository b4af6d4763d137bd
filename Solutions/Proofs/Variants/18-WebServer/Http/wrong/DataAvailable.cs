// Reads while there is something: between two pieces there is nothing.
// refused by: Requests_come_in_pieces_and_the_answer_is_HTTP
using System.Net.Sockets;
using System.Text;

namespace Koans.WebServer;

public static class Http
{
    public static string ReadPath(Stream guest)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        do
        {
            request.Append(Encoding.ASCII.GetString(buffer, 0, guest.Read(buffer)));
        }
        while (guest is NetworkStream { DataAvailable: true });

        return request.ToString().Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        guest.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        guest.Write(body);
    }
}
