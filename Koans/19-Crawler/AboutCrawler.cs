using System.Collections.Concurrent;
using Koans.WebServer;

namespace Koans.Crawler;

public class AboutCrawler
{
    [LiveKoan(Expects = "three pages that are fetched at the same time", Patience = 10)]
    public async Task Pages_are_fetched_together()
    {
        await using var site = await Site.Open();
        using var http = new HttpClient();
        var asked = 0;
        var threeAreAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var crawler = new WebCrawler(Fetch, workers: 3, log: _ => { });

        var results = await crawler.Crawl([site.Page("/leaflet/1"), site.Page("/leaflet/2"), site.Page("/leaflet/3")], CancellationToken.None);

        results.Select(result => result.Title).Should().BeEquivalentTo("Leaflet 1", "Leaflet 2", "Leaflet 3");

        // No page comes before three have been asked for.
        async Task<string> Fetch(Uri page, CancellationToken stop)
        {
            if (Interlocked.Increment(ref asked) == 3)
            {
                threeAreAsked.SetResult();
            }

            await threeAreAsked.Task;
            return await http.GetStringAsync(page, stop);
        }
    }

    [Koan]
    public void No_page_twice()
    {
        var frontier = new Frontier();
        var byAlice = false;
        var byBob = false;
        var alice = new Thread(() => byAlice = frontier.TryAdd(new Uri("http://inn.example/menu"))) { Name = "Alice" };
        var bob = new Thread(() => byBob = frontier.TryAdd(new Uri("HTTP://Inn.Example/menu#cake"))) { Name = "Bob" };

        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
        var first = frontier.Take(out _);
        frontier.Done();
        var second = frontier.Take(out _);

        (byAlice ^ byBob).Should().BeTrue("both links lead to one page, and only one of them was the first");
        first.Should().BeTrue("there is a page to read");
        second.Should().BeFalse("the page has been read");
    }

    [LiveKoan(Expects = "the crawl to end, since the site is read")]
    public async Task A_404_a_time_out_and_broken_HTML_are_each_reported_in_one_line()
    {
        await using var site = await Site.Open();
        using var http = new HttpClient();
        var lines = new ConcurrentQueue<string>();
        var crawler = new WebCrawler(Fetch, workers: 3, lines.Enqueue);

        var results = await crawler.Crawl([site.Home], CancellationToken.None);

        results.Select(result => result.Page).Should().BeEquivalentTo(site.Pages, "each page is read once, and no page of others");
        results.Where(result => result.Error is not null).Select(result => result.Page).Should().BeEquivalentTo(site.Unreadable);
        lines.Select(line => line.Split(' ')[0]).Should().BeEquivalentTo(results.Select(result => result.Page.ToString()), "each page is one line in the log");

        // A page has only so long; for the one that never ends, the time is up when it has begun.
        async Task<string> Fetch(Uri page, CancellationToken stop)
        {
            var timeIsUp = page == site.Page("/endless") ? site.EndlessHasBegun : CancellationToken.None;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeIsUp);
            return await http.GetStringAsync(page, either.Token);
        }
    }

    [Koan]
    public void The_crawl_ends_exactly_when_nothing_is_left()
    {
        var home = new Uri("http://inn.example/");
        var menu = new Uri("http://inn.example/menu");
        var frontier = new Frontier();
        var read = 0;
        var readWhenAliceLeft = 0;
        var readWhenBobLeft = 0;
        var alice = new Thread(() => readWhenAliceLeft = ReadUntilNothingIsLeft()) { Name = "Alice" };
        var bob = new Thread(() => readWhenBobLeft = ReadUntilNothingIsLeft()) { Name = "Bob" };

        frontier.TryAdd(home);
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();

        readWhenAliceLeft.Should().Be(2, "nobody leaves while a page is being read that may lead to others");
        readWhenBobLeft.Should().Be(2, "nobody leaves while a page is being read that may lead to others");

        int ReadUntilNothingIsLeft()
        {
            while (frontier.Take(out var page))
            {
                if (page == home)
                {
                    frontier.TryAdd(menu);
                }

                Interlocked.Increment(ref read);
                frontier.Done();
            }

            return read;
        }
    }

    [LiveKoan(Expects = "the crawl to end, since it was told to")]
    public async Task Shutdown_returns_what_we_have()
    {
        await using var site = await Site.Open();
        using var http = new HttpClient();
        using var closing = new CancellationTokenSource();
        var lines = new ConcurrentQueue<string>();
        var tenAreRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var allAreTold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var crawler = new WebCrawler(Fetch, workers: 3, Log);

        // There is much more to read, and the page that never ends is being read.
        var crawl = crawler.Crawl([site.Home], closing.Token);
        await tenAreRead.Task;
        site.EndlessHasBegun.WaitHandle.WaitOne();
        await closing.CancelAsync();
        allAreTold.SetResult();
        var results = await crawl;

        results.Should().HaveCountGreaterThanOrEqualTo(10).And.OnlyHaveUniqueItems(result => result.Page);
        lines.Select(line => line.Split(' ')[0]).Should().BeEquivalentTo(results.Select(result => result.Page.ToString()), "what is in the log is what we have");

        // Whoever is cut off comes back when all who asked to be told of the shutdown have been told.
        async Task<string> Fetch(Uri page, CancellationToken stop)
        {
            try
            {
                return await http.GetStringAsync(page, stop);
            }
            catch (OperationCanceledException)
            {
                await allAreTold.Task;
                throw;
            }
        }

        void Log(string line)
        {
            lines.Enqueue(line);
            if (lines.Count >= 10)
            {
                tenAreRead.TrySetResult();
            }
        }
    }

    [LiveKoan(Expects = "three visitors of your server at the same time")]
    public async Task The_crawler_reads_a_server_of_your_own()
    {
        var folder = Directory.CreateTempSubdirectory();
        var visits = Path.Combine(folder.FullName, "visits.txt");
        var inside = 0;
        using var threeAreInside = new ManualResetEventSlim();
        using var http = new HttpClient();
        var server = new MiniServer(Serve, visits);
        var crawler = new WebCrawler((page, stop) => http.GetStringAsync(page, stop), workers: 3, log: _ => { });

        server.Start();
        var results = await crawler.Crawl([new Uri($"http://127.0.0.1:{server.Port}/")], CancellationToken.None);
        await server.StopAsync();
        var lines = File.ReadAllLines(visits);
        folder.Delete(recursive: true);

        results.Select(result => result.Title ?? result.Error).Should().BeEquivalentTo(
            "Page /", "Page /1", "Page /2", "Page /3", "Page /4", "Page /5", "Page /6", "Page /7", "Page /8", "Page /9");
        lines.Should().HaveCount(10, "the crawler asks for each page once, and the server writes each visit down");

        // The first page is there for one; no other comes before three are asked for.
        string Serve(string path)
        {
            if (path != "/")
            {
                if (Interlocked.Increment(ref inside) == 3)
                {
                    threeAreInside.Set();
                }

                threeAreInside.Wait();
            }

            var links = Enumerable.Range(1, 9).Select(number => $"<a href=\"/{number}\">{number}</a>");
            return $"<!DOCTYPE html><html><head><title>Page {path}</title></head><body><a href=\"/#top\">top</a>{string.Concat(links)}</body></html>";
        }
    }
}
