// A: all pages of a level at once, then all that they lead to.
using System.Collections.Concurrent;
using AngleSharp.Html.Parser;

namespace Koans.Crawler;

/// <summary>What came of a page: its title, or why it could not be read.</summary>
public record PageResult(Uri Page, string? Title, string? Error);

// Reads a site from some pages on, link by link, several pages at once, and does not leave it.
// Every page has one result, and one line in the log that begins with its address, whether or not it
// could be read. After a shutdown the crawl ends soon, and returns what it has.
public class WebCrawler(Func<Uri, CancellationToken, Task<string>> fetch, int workers, Action<string> log)
{
    private readonly HtmlParserOptions _strictly = new() { IsStrictMode = true };

    public async Task<IReadOnlyList<PageResult>> Crawl(Uri[] seeds, CancellationToken shutdown)
    {
        using var places = new SemaphoreSlim(workers);
        var known = new HashSet<Uri>(seeds);
        var results = new List<PageResult>();
        for (var level = known.ToArray(); level.Length > 0 && !shutdown.IsCancellationRequested;)
        {
            var read = await Task.WhenAll(level.Select(OneOfSome));
            results.AddRange(read.Select(page => page.Result).OfType<PageResult>());
            level = read.SelectMany(page => page.Links).Where(known.Add).ToArray();
        }

        return results;

        async Task<(PageResult? Result, Uri[] Links)> OneOfSome(Uri page)
        {
            await places.WaitAsync(CancellationToken.None);
            try
            {
                if (shutdown.IsCancellationRequested)
                {
                    return (null, []);
                }

                var read = await Read(page, shutdown);
                log($"{page} {read.Result.Title ?? read.Result.Error}");
                return read;
            }
            finally
            {
                places.Release();
            }
        }
    }

    private async Task<(PageResult Result, Uri[] Links)> Read(Uri page, CancellationToken shutdown)
    {
        try
        {
            var document = new HtmlParser(_strictly).ParseDocument(await fetch(page, shutdown));
            var links = document.Links.Select(link => new Uri(page, link.GetAttribute("href"))).Where(link => link.Authority == page.Authority);
            return (new PageResult(page, document.Title, null), [.. links]);
        }
        catch (Exception error)
        {
            return (new PageResult(page, null, error.Message), []);
        }
    }
}
