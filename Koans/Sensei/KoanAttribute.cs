using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace Sensei;

/// <summary>
/// Marks a test that is judged under every distinguishable order of the threads it starts.
/// A pass is a proof; a failure is told as the story of one real run.
/// </summary>
/// <remarks>
/// A koan's place on the path follows from where it is written: the folder of its file is its lesson,
/// and within a lesson koans are met in the order of their lines.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Sensei.Path.KoanDiscoverer", "Sensei")]
public sealed class KoanAttribute : FactAttribute
{
    /// <summary>Marks a koan; the compiler fills in both arguments.</summary>
    /// <param name="file">The source file that holds the koan.</param>
    /// <param name="line">The line of the attribute in that file.</param>
    public KoanAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        File = file;
        Line = line;
    }

    /// <summary>The source file that holds the koan, as the compiler saw it.</summary>
    public string File { get; }

    /// <summary>The line of the attribute in <see cref="File"/>, from 1.</summary>
    public int Line { get; }

    /// <summary>
    /// Also fails, whatever the result, when two threads use one place in memory, one of them writes, and nothing
    /// orders the two: no lock, no join, nothing volatile.
    /// </summary>
    public bool ForbidDataRaces { get; set; }

    /// <summary>
    /// Also fails when the koan is over and a background thread is left that goes round a loop, looking again and
    /// again at what nobody will change. One that is left asleep is fine, with or without this.
    /// </summary>
    public bool ForbidBusyWaiting { get; set; }

    /// <summary>
    /// Any one thread may stop for ever, at any of its steps, and all others must come to their end all the same: what
    /// lock-freedom promises and a lock cannot. The koan's own thread never stops, and may wait for the end of one that
    /// has: there the run is over, so that the checks behind a Join are for the orders in which nobody stops.
    /// </summary>
    public bool AnyThreadMayStop { get; set; }

    /// <summary>The name of the folder that holds the koan: "02-Races".</summary>
    public string Lesson => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(File)) ?? "";
}
