// Ends in good order, with empty hands.
// refused by: Shutdown_returns_what_we_have
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
        var frontier = new Frontier();
        var results = new ConcurrentQueue<PageResult>();
        Array.ForEach(seeds, seed => frontier.TryAdd(seed));

        var crew = new List<Task>();
        for (var worker = 1; worker <= workers; worker++)
        {
            crew.Add(Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning));
        }

        await Task.WhenAll(crew);
        return shutdown.IsCancellationRequested ? [] : [.. results];

        void Work()
        {
            while (!shutdown.IsCancellationRequested && frontier.Take(out var page))
            {
                try
                {
                    var result = Read(page, frontier, shutdown);
                    results.Enqueue(result);
                    log($"{result.Page} {result.Title ?? result.Error}");
                }
                finally
                {
                    frontier.Done();
                }
            }
        }
    }

    private PageResult Read(Uri page, Frontier frontier, CancellationToken shutdown)
    {
        try
        {
            var text = fetch(page, shutdown).GetAwaiter().GetResult();
            var document = new HtmlParser(_strictly).ParseDocument(text);
            foreach (var link in document.Links.Select(link => new Uri(page, link.GetAttribute("href"))))
            {
                if (link.Authority == page.Authority)
                {
                    frontier.TryAdd(link);
                }
            }

            return new PageResult(page, document.Title, null);
        }
        catch (Exception error)
        {
            return new PageResult(page, null, error.Message);
        }
    }
}
