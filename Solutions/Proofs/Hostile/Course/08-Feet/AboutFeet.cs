using System.Diagnostics;

namespace Koans.Feet;

/// <summary>Not a koan: runs after all of them, in the same process, and writes down how it is.</summary>
public class AboutFeet
{
    [Fact]
    public void The_process_stands()
    {
        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        Thread.Sleep(400);
        me.Refresh();
        var busy = (me.TotalProcessorTime - before).TotalMilliseconds / 400;
        string[] lines = [$"{me.Id}", $"{me.PeakWorkingSet64 >> 20}", $"{(int)(busy * 100)}"];
        File.WriteAllLines(Path.Combine(Path.GetDirectoryName(typeof(AboutFeet).Assembly.Location)!, "feet.txt"), lines);
    }
}
