using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Koans.Crawler;

/// <summary>
/// The site of a restaurant, really served over HTTP on this machine: menus that lead to dishes that lead back, links to
/// one page in several words, links to other hosts, and four pages that cannot be read.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    private const int Menus = 12, DishesOfAMenu = 4, Leaflets = 3;

    private readonly WebApplication _server;
    private readonly CancellationTokenSource _endlessHasBegun = new();
    private readonly Dictionary<string, string> _pages = [];

    private Site()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(Answer);
    }

    /// <summary>The page to begin with.</summary>
    public Uri Home { get; private set; } = new("about:blank");

    /// <summary>Every page that a link of the site leads to, the unreadable ones included.</summary>
    public IEnumerable<Uri> Pages => _pages.Keys.Concat(["/old-menu", "/nowhere", "/fire", "/endless"]).Select(Page);

    /// <summary>The pages that cannot be read, each for a reason of its own.</summary>
    public IEnumerable<Uri> Unreadable => [Page("/nowhere"), Page("/fire"), Page("/endless"), Page("/broken")];

    /// <summary>Cancelled as soon as the first words of the page that never ends are on their way.</summary>
    public CancellationToken EndlessHasBegun => _endlessHasBegun.Token;

    /// <summary>Opens the site, on a port that is free.</summary>
    public static async Task<Site> Open()
    {
        var site = new Site();
        await site._server.StartAsync();
        site.Home = new Uri(site._server.Urls.Single());
        site.Write();
        return site;
    }

    /// <summary>The page of a path.</summary>
    public Uri Page(string path) => new(Home, path);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/old-menu")
        {
            context.Response.Redirect("/menu/1");
        }
        else if (path == "/fire")
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        else if (path == "/endless")
        {
            await context.Response.WriteAsync("<!DOCTYPE html><html><head><title>Our story</title></head><body>Once upon a time");
            await context.Response.Body.FlushAsync();
            await _endlessHasBegun.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        else if (_pages.TryGetValue(path, out var page))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(page);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private void Write()
    {
        var menus = Enumerable.Range(1, Menus).Select(menu => $"/menu/{menu}").ToList();
        Write("/", "Home", [.. menus, "/old-menu", "/nowhere", "/about", "/fire", "/endless", "/broken"]);

        // One page in several words, and pages that are somebody else's.
        Write("/about", "About us", ["/", "#us", "about#us", $"HTTP://{Home.Authority}/about", "/leaflet/1", "/leaflet/2", "/leaflet/3",
            "http://localhost:1/", $"//{Home.Host}:1/menu/1", "mailto:cook@inn.example"]);
        for (var menu = 1; menu <= Menus; menu++)
        {
            var dishes = Enumerable.Range((menu - 1) * DishesOfAMenu + 1, DishesOfAMenu).Select(dish => $"/dish/{dish}").ToList();
            Write($"/menu/{menu}", $"Menu {menu}", ["/", menus[menu % Menus], .. dishes, "#dishes"]);
            dishes.ForEach(dish => Write(dish, $"Dish {dish[6..]}", ["/menu/" + menu, dishes[0], "/#menu", "../about"]));
        }

        for (var leaflet = 1; leaflet <= Leaflets; leaflet++)
        {
            Write($"/leaflet/{leaflet}", $"Leaflet {leaflet}", []);
        }

        _pages["/broken"] = "<!DOCTYPE html><html><head><title>Broken</title></head><body><p><b><i>crossed</b></i></p></body></html>";
    }

    private void Write(string path, string title, IEnumerable<string> links) =>
        _pages[path] = $"<!DOCTYPE html><html><head><title>{title}</title></head><body><ul>{string.Concat(links.Select(link => $"<li><a href=\"{link}\">{link}</a></li>"))}</ul></body></html>";
}
