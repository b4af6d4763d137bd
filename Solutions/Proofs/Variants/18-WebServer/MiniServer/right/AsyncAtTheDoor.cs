// Nobody waits at the door: the loop is a task, and each guest is one.
using System.Net.Sockets;
using System.Net;

namespace Koans.WebServer;

public class MiniServer(Func<string, string> handle, string logFile)
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly AccessLog _log = new(logFile);
    private readonly List<Task> _guests = [];
    private volatile bool _stopping;
    private Task? _door;
    private int _hits;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Hits => _hits;

    public void Start()
    {
        _listener.Start(backlog: 500);
        _door = WelcomeAsync();
    }

    public async Task StopAsync()
    {
        _stopping = true;
        _listener.Stop();
        await (_door ?? Task.CompletedTask);
        await Task.WhenAll(_guests);
        await _log.CloseAsync();
    }

    private async Task WelcomeAsync()
    {
        try
        {
            while (!_stopping)
            {
                var guest = await _listener.AcceptTcpClientAsync();
                _guests.Add(Task.Run(() => Serve(guest)));
            }
        }
        catch (Exception) when (_stopping)
        {
        }
    }

    private void Serve(TcpClient guest)
    {
        using (guest)
        {
            try
            {
                var line = guest.GetStream();
                var path = Http.ReadPath(line);
                Interlocked.Increment(ref _hits);
                var answer = handle(path);
                _log.Write($"{DateTime.Now:HH:mm:ss} GET {path}");
                Http.Answer(line, answer);
            }
            catch (Exception)
            {
                // this one's own trouble
            }
        }
    }
}
