using System.Globalization;
using Sensei;
using Sensei.Path;
using Sensei.Records;

namespace Figures.Unwoven;

/// <summary>
/// What each koan costs: on the untouched stub and on the solution, the first time in a process that walks the path, as
/// a learner's does, and warm.
/// </summary>
internal static class KoanTimes
{
    private const int Times = 5;

    internal static void Report()
    {
        Print.Heading("Per koan: distinct orders tried, time of the first verdict in a process, median of the next five");
        Print.Row("", "stub", "first", "then", "solution", "first", "then");
        var stubs = Child.Again("judge", Place.AssemblyOf("Koans"));
        var solutions = Child.Again("judge", Place.AssemblyOf("Solutions"));
        var (first, then) = (new TimeSpan[2], new TimeSpan[2]);
        foreach (var (stub, solution) in stubs.Zip(solutions, (stub, solution) => (Line.Read(stub), Line.Read(solution))))
        {
            Print.Row(stub.Koan, [.. stub.Cells, .. solution.Cells]);
            first = [first[0] + stub.First, first[1] + solution.First];
            then = [then[0] + stub.Then, then[1] + solution.Then];
        }

        Print.Row(
            "all of them",
            "", Print.Milliseconds(first[0]), Print.Milliseconds(then[0]),
            "", Print.Milliseconds(first[1]), Print.Milliseconds(then[1]));
    }

    /// <summary>In a process of its own: judges every koan of an assembly and writes a line for each.</summary>
    internal static void MeasureHere(string path)
    {
        var koans = Station.All(TestAssembly.Load(path));
        var firsts = koans.Select(koan => Judge.Try(koan.Method)).ToList();
        foreach (var (koan, first) in koans.Zip(firsts))
        {
            var then = new Sample();
            for (var i = 0; i < Times; i++)
            {
                then.Add(Judge.Try(koan.Method).Elapsed);
            }

            Print.Line(new Line(koan.Sentence, first, then.Median).ToString());
        }
    }

    /// <summary>What one process tells another about a koan.</summary>
    private sealed record Line(string Koan, long Orders, bool IsComplete, TimeSpan First, TimeSpan Then)
    {
        internal Line(string koan, Verdict first, TimeSpan then)
            : this(koan, first.Orders, first.Exhausted, first.Elapsed, then)
        {
        }

        internal string[] Cells =>
            [Print.Number(Orders) + (IsComplete ? "" : " of more"), Print.Milliseconds(First), Print.Milliseconds(Then)];

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Koan}\t{Orders}\t{IsComplete}\t{First.Ticks}\t{Then.Ticks}");

        internal static Line Read(string text)
        {
            var parts = text.Split('\t');
            return new Line(
                parts[0],
                long.Parse(parts[1], CultureInfo.InvariantCulture),
                bool.Parse(parts[2]),
                Ticks(parts[3]),
                Ticks(parts[4]));
        }

        private static TimeSpan Ticks(string text) => TimeSpan.FromTicks(long.Parse(text, CultureInfo.InvariantCulture));
    }
}
