// The server that .NET has.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using System.Text;

namespace Koans.WebServer;

public class MiniServer(Func<string, string> handle, string logFile)
{
    private readonly AccessLog _log = new(logFile);
    private WebApplication? _app;
    private int _hits;

    public int Port { get; private set; }

    public int Hits => _hits;

    public void Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(Serve);
        _app.StartAsync().Wait();
        Port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public async Task StopAsync()
    {
        await _app!.StopAsync();
        await _log.CloseAsync();
    }

    private async Task Serve(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        Interlocked.Increment(ref _hits);
        var answer = Encoding.UTF8.GetBytes(await Task.Run(() => handle(path)));
        _log.Write($"{DateTime.Now:HH:mm:ss} GET {path}");
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }
}
