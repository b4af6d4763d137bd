using Sensei.Records;

namespace Proofs.Stubs;

/// <summary>How the koans of 19-Crawler judge the untouched stubs.</summary>
internal static class Crawler
{
    public static readonly StubRow[] Rows =
    [
        new("Pages_are_fetched_together", VerdictKind.Hung, "WebCrawler.cs"),
        new("No_page_twice", VerdictKind.WrongResult, "Frontier.cs"),
        new("A_404_a_time_out_and_broken_HTML_are_each_reported_in_one_line", VerdictKind.ThreadException, "WebCrawler.cs"),
        new("The_crawl_ends_exactly_when_nothing_is_left", VerdictKind.WrongResult, "Frontier.cs"),
        new("Shutdown_returns_what_we_have", VerdictKind.ThreadException, "WebCrawler.cs"),
        new("The_crawler_reads_a_server_of_your_own", VerdictKind.Hung, "WebCrawler.cs"),
    ];
}
