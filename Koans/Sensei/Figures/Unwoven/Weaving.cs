using System.Globalization;
using Sensei.Weaving;

namespace Figures.Unwoven;

/// <summary>How long it takes to weave and load the twin of the course: once per process, so measured in fresh ones.</summary>
internal static class Weaving
{
    private const int Times = 7;

    internal static void Report()
    {
        Print.Heading("Weave and load, each time in a fresh process");
        Print.Row("", "median", "best");
        foreach (var project in new[] { "Koans", "Solutions" })
        {
            var sample = new Sample();
            for (var i = 0; i < Times; i++)
            {
                var ticks = Child.Again("weave", Place.AssemblyOf(project))[^1];
                sample.Add(TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture)));
            }

            Print.Row(project + ".dll", Print.Milliseconds(sample.Median), Print.Milliseconds(sample.Best));
        }
    }

    internal static void MeasureHere(string path) => Print.Line($"{Twin.Of(TestAssembly.Load(path)).Elapsed.Ticks}");
}
