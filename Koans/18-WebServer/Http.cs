using System.Text;

namespace Koans.WebServer;

// What server and guests say to each other. A request begins with a line such as "GET /soup HTTP/1.1",
// more lines follow, and an empty one ends it. It comes in as many pieces as the network likes, and
// then the guest says nothing more. The answer has such lines, too, an empty one, and then its text.
public static class Http
{
    public static string ReadPath(Stream guest)
    {
        var buffer = new byte[1024];
        var length = guest.Read(buffer);
        var request = Encoding.ASCII.GetString(buffer, 0, length);
        return request.Split(' ')[1];
    }

    public static void Answer(Stream guest, string text)
    {
        guest.Write(Encoding.UTF8.GetBytes(text));
    }
}
