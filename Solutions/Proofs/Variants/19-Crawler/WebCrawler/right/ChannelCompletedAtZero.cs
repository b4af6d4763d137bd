// A: a channel that is completed when the count of what is not read is zero.
using System.Collections.Concurrent;
using System.Threading.Channels;
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
        var pages = Channel.CreateUnbounded<Uri>();
        var known = new ConcurrentDictionary<Uri, bool>();
        var results = new ConcurrentQueue<PageResult>();
        var notRead = 1;
        Array.ForEach(seeds, Add);
        Done();

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Work()));
        return [.. results];

        void Add(Uri page)
        {
            if (known.TryAdd(page, true))
            {
                Interlocked.Increment(ref notRead);
                pages.Writer.TryWrite(page);
            }
        }

        void Done()
        {
            if (Interlocked.Decrement(ref notRead) == 0)
            {
                pages.Writer.Complete();
            }
        }

        async Task Work()
        {
            await foreach (var page in pages.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (!shutdown.IsCancellationRequested)
                {
                    var (result, links) = await Read(page, shutdown);
                    Array.ForEach(links, Add);
                    results.Enqueue(result);
                    log($"{page} {result.Title ?? result.Error}");
                }

                Done();
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
