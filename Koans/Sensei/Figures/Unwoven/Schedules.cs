using Sensei;

namespace Figures.Unwoven;

/// <summary>How many schedules a second are run, when everything is warm.</summary>
internal static class Schedules
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(2);

    internal static void Report()
    {
        Print.Heading("Schedules per second, warm, with one search after another; and per second of the processor, for when it is busy");
        Print.Row("", "naive", "per second", "processor", "DPOR", "per second", "processor");
        Report("two threads, _n++", Scenarios.Increment);
        Report("two threads, two _n++ each", Scenarios.IncrementTwice);
        Report("two threads, lock and _n++", Scenarios.Locked);
        Report("two threads, two lock and _n++ each", Scenarios.LockedTwice);
    }

    private static void Report(string name, Func<string> scenario)
    {
        var naive = Measure(scenario, SearchMode.Naive);
        var dpor = Measure(scenario, SearchMode.Dpor);
        Print.Row(
            name, naive.Orders, Print.Number(naive.Rate), Print.Number(naive.ProcessorRate),
            dpor.Orders, Print.Number(dpor.Rate), Print.Number(dpor.ProcessorRate));
    }

    /// <summary>How many orders one search tries, and how many a second are tried by one search after another.</summary>
    internal static (string Orders, double Rate, double ProcessorRate) Measure(Func<string> scenario, SearchMode mode)
    {
        for (var spent = TimeSpan.Zero; spent < s_warmUp;)
        {
            spent += Explore.Outcomes(scenario, mode).Elapsed;
        }

        var orders = "";
        long all = 0;
        var time = TimeSpan.Zero;
        var processor = Environment.CpuUsage.TotalTime;
        while (time < s_measured)
        {
            var search = Explore.Outcomes(scenario, mode);
            orders = Print.Number(search.Orders) + (search.Exhausted ? "" : " of more");
            all += search.Orders;
            time += search.Elapsed;
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        return (orders, all / time.TotalSeconds, all / processor.TotalSeconds);
    }
}
