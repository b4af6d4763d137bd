// Stop wakes the door by coming in itself.
using System.Net.Sockets;
using System.Net;

namespace Koans.WebServer;

public class MiniServer(Func<string, string> handle, string logFile)
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly AccessLog _log = new(logFile);
    private readonly List<Task> _guests = [];
    private volatile bool _stopping;
    private Thread? _door;
    private int _hits;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Hits => _hits;

    public void Start()
    {
        _listener.Start(backlog: 500);
        _door = new Thread(Welcome) { Name = "the door" };
        _door.Start();
    }

    public async Task StopAsync()
    {
        _stopping = true;
        using (var last = new TcpClient())
        {
            last.Connect(IPAddress.Loopback, Port);
        }

        _door?.Join();
        _listener.Stop();
        await Task.WhenAll(_guests);
        await _log.CloseAsync();
    }

    private void Welcome()
    {
        try
        {
            while (!_stopping)
            {
                var guest = _listener.AcceptTcpClient();
                if (_stopping)
                {
                    guest.Dispose();
                    break;
                }

                _guests.Add(Task.Factory.StartNew(() => Serve(guest), TaskCreationOptions.LongRunning));
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
