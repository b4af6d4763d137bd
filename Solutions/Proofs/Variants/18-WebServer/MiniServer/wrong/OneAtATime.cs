// Z: a task for each guest, and a lock round what they came for.
// refused by: A_slow_guest_does_not_hold_up_the_next
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
        _listener.Stop();
        _door?.Join();
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
                _guests.Add(Task.Factory.StartNew(
                    () =>
                    {
                        lock (_log)
                        {
                            Serve(guest);
                        }
                    },
                    TaskCreationOptions.LongRunning));
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
