// The text alone: no browser knows what to make of it.
// refused by: Requests_come_in_pieces_and_the_answer_is_HTTP
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
        guest.Write(Encoding.UTF8.GetBytes(text));
    }
}
