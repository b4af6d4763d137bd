// The answer by a writer that speaks in lines.
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
        var body = Encoding.UTF8.GetBytes(text);
        using (var writer = new StreamWriter(guest, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" })
        {
            writer.WriteLine("HTTP/1.1 200 OK");
            writer.WriteLine("Content-Type: text/plain; charset=utf-8");
            writer.WriteLine($"Content-Length: {body.Length}");
            writer.WriteLine("Connection: close");
            writer.WriteLine();
        }

        guest.Write(body);
    }
}
