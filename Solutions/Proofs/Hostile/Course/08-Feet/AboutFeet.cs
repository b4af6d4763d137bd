using System.Diagnostics;

namespace Koans.Feet;

/// <summary>The last koan of the path: looks after the process in which all the others were, and writes down how it is.</summary>
public class AboutFeet
{
    // Met.
    [LiveKoan]
    public void The_process_stands()
    {
        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        Thread.Sleep(400);
        me.Refresh();
        var busy = (me.TotalProcessorTime - before).TotalMilliseconds / 400;
        string[] lines = [$"{me.Id}", $"{me.PeakWorkingSet64 >> 20}", $"{(int)(busy * 100)}"];
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "feet.txt"), lines);
    }
}
